/** What only one of two schemas says by a keyword that holds one thing, as that schema would be written; undefined of nothing. */
export function onlyIn<T>(
  word: string,
  own: Iterable<T>,
  other: Iterable<T>,
): unknown {
  const others = new Set(other);
  const only = [...own].filter(one => !others.has(one));
  if (only.length === 0) return undefined;
  const said = only.map(one => ({ [word]: one }));
  return said.length === 1 ? said[0] : { allOf: said };
}
