/** Longest fragment that is shown beside a finding. */
const LIMIT = 600;

/**
 * A piece of a definition as one line of JSON whose keys are in order, so that re-ordering and YAML against JSON give the same
 * text. Names of shared parts are left out: renaming one changes nothing.
 */
export function fragment(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(ordered(value, 0));
  return text.length <= LIMIT ? text : `${text.slice(0, LIMIT)}…`;
}

/** Words for people, which may change without changing what is meant. */
const WORDS = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'title',
]);

function ordered(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 3) return '…';
  if (Array.isArray(value)) {
    return value.slice(0, 50).map(item => ordered(item, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !WORDS.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 50)
      .map(([key, item]) => [
        key,
        key === '$ref' ? '…' : ordered(item, depth + 1),
      ]),
  );
}
