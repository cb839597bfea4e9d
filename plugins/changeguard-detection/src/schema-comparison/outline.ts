import { canonical } from '../text/canonical';

/** Words that say nothing about values. */
export const WORDS_FOR_PEOPLE: ReadonlySet<string> = new Set([
  'title',
  'description',
  'example',
  'examples',
]);

/** Lists whose order means nothing. */
export const SETS: ReadonlySet<string> = new Set([
  'required',
  'enum',
  'type',
  'allOf',
  'anyOf',
  'oneOf',
]);

/**
 * What a schema says, a few levels deep, without words for people and whatever the order; with `names`, parts that it refers to
 * count by their names, without, they are all alike.
 */
export function outline(value: unknown, names: boolean): string {
  return canonical(simplified(value, names, 0));
}

function simplified(value: unknown, names: boolean, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 4) return '…';
  if (Array.isArray(value)) {
    return value.map(one => simplified(one, names, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !WORDS_FOR_PEOPLE.has(key))
      .map(([key, one]) => {
        if (key === '$ref' && !names) return [key, '…'];
        const simple = simplified(one, names, depth + 1);
        return [key, SETS.has(key) ? sorted(simple) : simple];
      }),
  );
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map(canonical).sort() : value;
}
