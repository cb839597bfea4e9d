import { Located } from '../../../schema-comparison/ApiDocument';

/** What is said at a key, where it is a text that says something. */
export function wordAt(
  located: Located | undefined,
  key: string,
): string | undefined {
  const value = located?.value[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
