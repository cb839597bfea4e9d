/** Ranges of character codes, both ends included. */
export type Ranges = readonly (readonly [number, number])[];

/** The highest code of a character. */
export const LAST = 0xffff;
/** Stand before and behind every text, so that `^` and `$` are characters like others. */
export const START = LAST + 1;
export const END = LAST + 2;

/** A regular expression, taken apart. */
export type Pattern =
  | { kind: 'characters'; ranges: Ranges }
  | { kind: 'sequence'; parts: readonly Pattern[] }
  | { kind: 'choice'; options: readonly Pattern[] }
  | { kind: 'repeat'; part: Pattern; min: number; max: number };

/** Ranges without some others. */
export function without(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const rest: [number, number][] = [];
  let from = 0;
  for (const [low, high] of sorted) {
    if (low > from) rest.push([from, low - 1]);
    from = Math.max(from, high + 1);
  }
  if (from <= LAST) rest.push([from, LAST]);
  return rest;
}
