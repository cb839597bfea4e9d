import { SourceRange } from '../Finding';
import { findInJson } from './findInJson';
import { findInYaml } from './findInYaml';
import { pointerTree } from './PointerTree';
import { TextDocument } from './TextDocument';

/** Where a pointer's value starts and ends, as offsets. */
export interface OffsetRange {
  start: number;
  end: number;
}

/**
 * The lines of some pointers, found in one walk over the text. Kept apart from reading, because most comparisons ask for a
 * few of a hundred thousand places. A pointer that is not there has no range.
 */
export function findRanges(
  document: TextDocument,
  pointers: Iterable<string>,
): Map<string, SourceRange> {
  const tree = pointerTree(pointers);
  if (tree.children.size === 0 && tree.pointer === undefined) return new Map();
  const find = document.syntax === 'json' ? findInJson : findInYaml;
  const offsets = find(document.text, tree);
  return toLines(document.text, offsets);
}

function toLines(
  text: string,
  offsets: ReadonlyMap<string, OffsetRange>,
): Map<string, SourceRange> {
  const wanted = [...offsets.values()].flatMap(({ start, end }) => [
    start,
    end,
  ]);
  wanted.sort((a, b) => a - b);
  const lines = new Map<number, number>();
  let line = 1;
  let newline = text.indexOf('\n');
  for (const offset of wanted) {
    while (newline !== -1 && newline < offset) {
      line++;
      newline = text.indexOf('\n', newline + 1);
    }
    lines.set(offset, line);
  }
  return new Map(
    [...offsets].map(([pointer, { start, end }]) => [
      pointer,
      { startLine: lines.get(start)!, endLine: lines.get(end)! },
    ]),
  );
}
