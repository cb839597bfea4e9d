import { DifferenceHunk, DifferenceRow } from './Difference';
import { Stretch } from './alignLines';

/** Unchanged lines that are shown on either side of a change. */
const CONTEXT = 3;

/** Changes with the unchanged lines around them; changes that are close to each other share a hunk. */
export function hunksOf(
  stretches: readonly Stretch[],
  before: readonly string[],
  after: readonly string[],
): DifferenceHunk[] {
  const hunks: DifferenceHunk[] = [];
  let rows: DifferenceRow[] = [];
  const close = () => {
    if (rows.some(({ kind }) => kind !== 'same')) hunks.push(hunkOf(rows));
    rows = [];
  };
  for (const [index, stretch] of stretches.entries()) {
    const own = rowsOf(stretch, before, after);
    if (!stretch.same) {
      rows.push(...own);
      continue;
    }
    const isFirst = index === 0;
    const isLast = index === stretches.length - 1;
    if (!isFirst && !isLast && own.length <= 2 * CONTEXT) {
      rows.push(...own);
      continue;
    }
    if (!isFirst) rows.push(...own.slice(0, CONTEXT));
    close();
    if (!isLast) rows.push(...own.slice(-CONTEXT));
  }
  close();
  return hunks;
}

function rowsOf(
  { same, beforeStart, beforeLines, afterStart, afterLines }: Stretch,
  before: readonly string[],
  after: readonly string[],
): DifferenceRow[] {
  const shown = same
    ? edges(beforeLines)
    : Array.from({ length: Math.max(beforeLines, afterLines) }, (_, at) => at);
  return shown.map(at => {
    const old = at < beforeLines ? lineAt(before, beforeStart + at) : null;
    const now = at < afterLines ? lineAt(after, afterStart + at) : null;
    return { kind: kindOf(same, old, now), before: old, after: now };
  });
}

/** Of a long unchanged stretch only the ends are shown. */
function edges(length: number): number[] {
  const all = Array.from(
    { length: Math.min(length, 2 * CONTEXT + 1) },
    (_, at) => at,
  );
  if (length <= 2 * CONTEXT) return all;
  return all.map(at => (at < CONTEXT ? at : length - all.length + at));
}

function lineAt(lines: readonly string[], index: number) {
  return { number: index + 1, text: lines[index] };
}

function kindOf(
  same: boolean,
  before: object | null,
  after: object | null,
): DifferenceRow['kind'] {
  if (same) return 'same';
  if (!before) return 'added';
  return after ? 'changed' : 'removed';
}

/** Rows that follow each other as one hunk. */
export function hunkOf(rows: DifferenceRow[]): DifferenceHunk {
  const before = rows.flatMap(row => row.before ?? []);
  const after = rows.flatMap(row => row.after ?? []);
  return {
    beforeStart: before[0]?.number ?? 1,
    beforeLines: before.length,
    afterStart: after[0]?.number ?? 1,
    afterLines: after.length,
    rows,
  };
}
