import { Finding } from '../Finding';
import { alignLines, linesOf } from './alignLines';
import { anchorsOf } from './anchorsOf';
import { Difference, DifferenceHunk } from './Difference';
import { fragmentsOf } from './fragmentsOf';
import { hunksOf } from './hunksOf';

/** Most rows of all hunks together. */
const DEFAULT_ROWS = 5_000;

/**
 * How two texts differ, line by line, with the place of each finding on both sides: what a screen needs to draw them side by side
 * and to scroll to a finding. Takes bounded time for texts of any size: where they differ in too many lines, it shows what the
 * findings are about and nothing else.
 *
 * @param options - `rows`: most rows of all hunks together (default: 5,000). Hunks without findings are left out first.
 * @public
 */
export function describeDifference(
  base: string,
  revision: string,
  findings: readonly Finding[],
  options: { rows?: number } = {},
): Difference {
  const before = linesOf(base);
  const after = linesOf(revision);
  const stretches = alignLines(before, after);
  const all = stretches
    ? hunksOf(stretches, before, after)
    : fragmentsOf(findings, before, after);
  const hunks = mostTelling(all, findings, options.rows ?? DEFAULT_ROWS);
  return {
    outcome: stretches ? 'aligned' : 'fragments',
    hunks,
    anchors: anchorsOf(findings, hunks, stretches),
    omittedRows: rowsIn(all) - rowsIn(hunks),
  };
}

/** As many hunks as there is room for, those with findings first, in the order of the texts. */
function mostTelling(
  hunks: readonly DifferenceHunk[],
  findings: readonly Finding[],
  most: number,
): DifferenceHunk[] {
  if (rowsIn(hunks) <= most) return [...hunks];
  const telling = new Set(
    anchorsOf(findings, hunks, undefined).map(({ hunk }) => hunk),
  );
  const ranked = [...hunks.keys()].sort(
    (a, b) => Number(telling.has(b)) - Number(telling.has(a)) || a - b,
  );
  let room = most;
  const kept = new Set(
    ranked.filter(index => {
      const { length } = hunks[index].rows;
      if (length > room) return false;
      room -= length;
      return true;
    }),
  );
  return hunks.filter((_, index) => kept.has(index));
}

function rowsIn(hunks: readonly DifferenceHunk[]): number {
  return hunks.reduce((sum, { rows }) => sum + rows.length, 0);
}
