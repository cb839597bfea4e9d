import { isId } from '../Filters/isId';

/** Which two revisions are compared, from the URL; empty when it names none. */
export function readTwo(search: URLSearchParams): { from: string; to: string } {
  const id = (key: string) => {
    const value = search.get(key) ?? '';
    return isId(value) ? value : '';
  };
  return { from: id('from'), to: id('to') };
}
