import { Finding } from '../Finding';
import { Stretch } from './alignLines';
import { DifferenceHunk, FindingAnchor } from './Difference';

/** Where each finding is on both sides, and in which hunk; without aligned lines, only where it says so itself. */
export function anchorsOf(
  findings: readonly Finding[],
  hunks: readonly DifferenceHunk[],
  stretches: readonly Stretch[] | undefined,
): FindingAnchor[] {
  return findings.map(({ fingerprint, beforeRange, afterRange }) => {
    const before = beforeRange?.startLine ?? null;
    const after = afterRange?.startLine ?? null;
    return {
      fingerprint,
      beforeLine: before ?? opposite(after, stretches, 'after'),
      afterLine: after ?? opposite(before, stretches, 'before'),
      hunk: hunkWith(hunks, beforeRange, afterRange),
    };
  });
}

/** The line of the other text that stands beside a line, or where it would. */
function opposite(
  line: number | null,
  stretches: readonly Stretch[] | undefined,
  side: 'before' | 'after',
): number | null {
  if (line === null || !stretches) return null;
  const index = line - 1;
  const other = side === 'before' ? 'after' : 'before';
  const stretch = stretches.find(one => {
    const start = one[`${side}Start`];
    return index >= start && index < start + one[`${side}Lines`];
  });
  if (!stretch) return null;
  const into = index - stretch[`${side}Start`];
  const length = stretch[`${other}Lines`];
  return stretch[`${other}Start`] + Math.min(into, Math.max(length - 1, 0)) + 1;
}

/** The first hunk that shows some of a finding's lines. */
function hunkWith(
  hunks: readonly DifferenceHunk[],
  beforeRange: Finding['beforeRange'],
  afterRange: Finding['afterRange'],
): number | null {
  const found = hunks.findIndex(
    ({ beforeStart, beforeLines, afterStart, afterLines }) =>
      meets(afterRange, afterStart, afterLines) ||
      meets(beforeRange, beforeStart, beforeLines),
  );
  return found === -1 ? null : found;
}

function meets(
  range: Finding['beforeRange'],
  start: number,
  lines: number,
): boolean {
  return (
    range !== undefined &&
    lines > 0 &&
    range.startLine < start + lines &&
    range.endLine >= start
  );
}
