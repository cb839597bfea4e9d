/** This file is both what {@link JsonThread} imports, to learn where it lies, built or not, and what its thread runs. */
export const parseJsonFile = __filename;

/** Values of a body at most: texts are long, but what stands around them is small, and taking over many values blocks the event loop. */
const mostValues = 10_000;

/** What came of parsing. */
export type ParsedJson =
  | { outcome: 'parsed'; value: unknown }
  | { outcome: 'not-json' }
  | { outcome: 'too-many-values' };

/** Parses the bytes of a body, which are JSON as UTF-8. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { outcome: 'not-json' };
  }
  return hasAtMost(mostValues, value)
    ? { outcome: 'parsed', value }
    : { outcome: 'too-many-values' };
}

function hasAtMost(most: number, value: unknown): boolean {
  const open = [value];
  for (let seen = 0; seen < open.length; seen++) {
    const one = open[seen];
    if (typeof one === 'object' && one !== null) {
      const members = Object.values(one);
      if (open.length + members.length > most) return false;
      open.push(...members);
    }
  }
  return true;
}
