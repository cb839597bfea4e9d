import { canonical } from '../text/canonical';
import { SCHEMA_SETS, SCHEMA_WORDS_FOR_PEOPLE } from '../text/keywords';

/**
 * What a schema says, a few levels deep, without words for people and whatever the order; with `names`, parts that it refers to
 * count by their names, without, they are all alike. Only words of schemas are left out or sorted: a `summary` or `tags` is a property here.
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
      .filter(([key]) => !SCHEMA_WORDS_FOR_PEOPLE.has(key))
      .map(([key, one]) => {
        if (key === '$ref' && !names) return [key, '…'];
        const simple = simplified(one, names, depth + 1);
        return [key, SCHEMA_SETS.has(key) ? sorted(simple) : simple];
      }),
  );
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map(canonical).sort() : value;
}
