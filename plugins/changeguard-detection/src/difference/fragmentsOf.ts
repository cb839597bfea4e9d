import { Finding, SourceRange } from '../Finding';
import { DifferenceHunk, DifferenceRow, TextLine } from './Difference';
import { hunkOf } from './hunksOf';

/** Most lines of one fragment. */
const LONGEST = 40;

/** What findings are about, side by side, where whole texts cannot be aligned: one hunk for each place. */
export function fragmentsOf(
  findings: readonly Finding[],
  before: readonly string[],
  after: readonly string[],
): DifferenceHunk[] {
  const hunks = new Map<string, DifferenceHunk>();
  for (const { beforeRange, afterRange } of findings) {
    const key = JSON.stringify([beforeRange, afterRange]);
    const old = linesIn(before, beforeRange);
    const now = linesIn(after, afterRange);
    if (hunks.has(key) || old.length + now.length === 0) continue;
    hunks.set(key, hunkOf(rowsOf(old, now)));
  }
  return [...hunks.values()].sort(
    (a, b) => a.afterStart - b.afterStart || a.beforeStart - b.beforeStart,
  );
}

function linesIn(
  lines: readonly string[],
  range: SourceRange | undefined,
): TextLine[] {
  if (!range) return [];
  const { startLine, endLine } = range;
  const last = Math.min(endLine, startLine + LONGEST - 1);
  return lines
    .slice(startLine - 1, last)
    .map((text, index) => ({ number: startLine + index, text }));
}

function rowsOf(
  before: readonly TextLine[],
  after: readonly TextLine[],
): DifferenceRow[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, at): DifferenceRow => {
    const old = before[at] ?? null;
    const now = after[at] ?? null;
    let kind: DifferenceRow['kind'] = 'changed';
    if (!old) kind = 'added';
    else if (!now) kind = 'removed';
    else if (old.text === now.text) kind = 'same';
    return { kind, before: old, after: now };
  });
}
