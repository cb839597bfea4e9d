/** What of two versions belongs together, and what is in one of them only. */
export interface Matches<T> {
  matched: [T, T][];
  removed: T[];
  added: T[];
}

/**
 * Matches things of two versions by one mark after the other: what two have in common by an earlier one is not asked for a later
 * one. A mark that several things of one version have says nothing.
 */
export function matchBy<T>(
  base: readonly T[],
  revision: readonly T[],
  marks: readonly ((one: T) => string | undefined)[],
): Matches<T> {
  const matched: [T, T][] = [];
  let removed = [...base];
  let added = [...revision];
  for (const mark of marks) {
    const before = byMark(removed, mark);
    const after = byMark(added, mark);
    const pairs = [...before].flatMap(([word, old]): [T, T][] => {
      const now = after.get(word);
      return old && now ? [[old, now]] : [];
    });
    const done = new Set(pairs.flat());
    matched.push(...pairs);
    removed = removed.filter(one => !done.has(one));
    added = added.filter(one => !done.has(one));
  }
  return { matched, removed, added };
}

function byMark<T>(
  things: readonly T[],
  mark: (one: T) => string | undefined,
): Map<string, T | undefined> {
  const found = new Map<string, T | undefined>();
  for (const one of things) {
    const word = mark(one);
    if (word === undefined) continue;
    found.set(word, found.has(word) ? undefined : one);
  }
  return found;
}
