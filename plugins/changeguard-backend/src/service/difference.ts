import { isDeepStrictEqual } from 'util';

/** Two sides of what changed, with nothing in them that did not; null when nothing did. */
export interface FieldDifference {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** What differs between two states of something. */
export function difference<T extends object>(
  before: T,
  after: T,
): FieldDifference | null {
  const keys = (Object.keys(after) as (keyof T & string)[]).filter(
    key => !isDeepStrictEqual(before[key], after[key]),
  );
  if (!keys.length) return null;
  const pick = (from: T) =>
    Object.fromEntries(keys.map(key => [key, from[key]]));
  return { before: pick(before), after: pick(after) };
}
