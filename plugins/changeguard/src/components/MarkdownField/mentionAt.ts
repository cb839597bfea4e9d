/** A mention that is being written. */
export interface OpenMention {
  /** Where its `@` stands. */
  start: number;
  /** What was typed after the `@` so far. */
  term: string;
}

const open = /(?<![\w/])@([\w.:/-]{0,60})$/;

/** The mention that ends at the caret, if there is one. */
export function mentionAt(
  text: string,
  caret: number,
): OpenMention | undefined {
  const match = open.exec(text.slice(0, caret));
  return match ? { start: match.index, term: match[1] } : undefined;
}
