import { Parameter } from '../model/Parameter';

const STYLES: Readonly<Record<string, string>> = {
  query: 'form',
  cookie: 'form',
  path: 'simple',
  header: 'simple',
};

/** How a parameter is written, with what holds where nothing is said. */
export function writingOf({ in: place, located }: Parameter): string {
  const { style, explode, allowReserved } = located.value;
  const own = typeof style === 'string' ? style : STYLES[place] ?? 'form';
  const spread = typeof explode === 'boolean' ? explode : own === 'form';
  const words = [own, spread ? 'one by one' : 'as one'];
  // The specification has a meaning for it in queries only.
  if (place === 'query' && allowReserved === true) {
    words.push('reserved characters allowed');
  }
  return words.join(', ');
}
