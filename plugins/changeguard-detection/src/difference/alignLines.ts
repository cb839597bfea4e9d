import { diffArrays } from 'diff';

/** A stretch of lines that both texts have, or that one of them has; lines are counted from 0. */
export interface Stretch {
  same: boolean;
  beforeStart: number;
  beforeLines: number;
  afterStart: number;
  afterLines: number;
}

/** Texts that differ in more lines take longer than somebody waits. */
const MOST_EDITS = 4_000;

/** Milliseconds after which aligning is given up. */
const PATIENCE = 2_000;

/** The lines of a text, however they end. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Which lines of two texts stand opposite each other; undefined where they differ in too many. */
export function alignLines(
  before: string[],
  after: string[],
): Stretch[] | undefined {
  const changes = diffArrays(before, after, {
    maxEditLength: MOST_EDITS,
    timeout: PATIENCE,
  });
  if (!changes) return undefined;
  const stretches: Stretch[] = [];
  let at = { beforeStart: 0, afterStart: 0 };
  for (const { added, removed, count } of changes) {
    const last = stretches.at(-1);
    const beforeLines = added ? 0 : count;
    const afterLines = removed ? 0 : count;
    const same = !added && !removed;
    if (last && !last.same && !same) {
      last.beforeLines += beforeLines;
      last.afterLines += afterLines;
    } else {
      stretches.push({ same, ...at, beforeLines, afterLines });
    }
    at = {
      beforeStart: at.beforeStart + beforeLines,
      afterStart: at.afterStart + afterLines,
    };
  }
  return stretches;
}
