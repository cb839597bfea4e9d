import { isForPeople, Reading, readingOf } from './readingOf';

/** Longest fragment that is shown beside a finding. */
const LIMIT = 600;

/**
 * A piece of a definition as one line of JSON, for people: cut short where it is long, with keys in order, so that YAML against JSON
 * shows the same. Names of shared parts are left out. What tells pieces apart is their digest.
 */
export function fragment(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(ordered(value, 'part', 0));
  return text.length <= LIMIT ? text : `${text.slice(0, LIMIT)}…`;
}

function ordered(value: unknown, reading: Reading, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 3) return '…';
  if (Array.isArray(value)) {
    return value.slice(0, 50).map(item => ordered(item, reading, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isForPeople(key, reading))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 50)
      .map(([key, item]) => [
        key,
        key === '$ref' && reading === 'part'
          ? '…'
          : ordered(item, readingOf(key, item, reading), depth + 1),
      ]),
  );
}
