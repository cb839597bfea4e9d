import { Finding } from '../src/Finding';
import { Case, idsOf } from './Case';

/**
 * How many places a source and we find the same, of all that either finds. A source that writes `/` for the whole means what a JSON pointer
 * writes as nothing. Where it names more places than breaks, it also names what holds the place, which says nothing more.
 */
export function agreedPaths(
  one: Case,
  found: readonly Finding[] | undefined,
): { agreed: number; of: number } {
  // Of what fits it names the whole, too.
  const said = idsOf(one).length > 0 ? (one.paths ?? []).map(pointerOf) : [];
  const theirs = new Set(
    said.length > idsOf(one).length
      ? said.filter(path => !said.some(other => other.startsWith(`${path}/`)))
      : said,
  );
  const ours = new Set(
    (found ?? [])
      .filter(({ severity }) => severity === 'breaking')
      .map(({ pointer }) => pointer),
  );
  return {
    agreed: [...theirs].filter(path => ours.has(path)).length,
    of: new Set([...theirs, ...ours]).size,
  };
}

function pointerOf(path: string): string {
  return path === '/' ? '' : path;
}
