/** Files that undo what another one did: Flyway's `U1__x.sql`, golang-migrate's `1_x.down.sql`, diesel's `1_x/down.sql`. */
const UNDOING =
  /(^|\/)(U\d[^/]*__[^/]*|([^/]*[._-])?(down|rollback|undo))\.sql$/i;

/** Flyway's migrations that run anew whenever they changed, after all others. */
const REPEATABLE = /(^|\/)R__[^/]*$/;

/** The migrations that lead to today's schema, by name, with numbers in them compared as numbers: 2 before 10. */
export function inOrder(paths: readonly string[]): string[] {
  const rank = (path: string) => (REPEATABLE.test(path) ? 1 : 0);
  return paths
    .filter(path => !UNDOING.test(path))
    .sort((a, b) => rank(a) - rank(b) || compareNames(a, b));
}

function compareNames(one: string, other: string): number {
  const [a, b] = [one, other].map(name => name.split(/(\d+)/));
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    if (a[at] === b[at]) continue;
    if (at % 2 === 0) return a[at] < b[at] ? -1 : 1;
    const [first, second] = [BigInt(a[at]), BigInt(b[at])];
    if (first !== second) return first < second ? -1 : 1;
  }
  return a.length - b.length;
}
