/** One line of a text, counted from 1. @public */
export interface TextLine {
  number: number;
  text: string;
}

/** A row of a side-by-side view; a line that is on one side only has nothing opposite. @public */
export interface DifferenceRow {
  kind: 'same' | 'changed' | 'removed' | 'added';
  before: TextLine | null;
  after: TextLine | null;
}

/** A stretch of rows that follow each other on both sides. @public */
export interface DifferenceHunk {
  /** The first line on either side; the line after the last one where a side has none. */
  beforeStart: number;
  /** How many lines the side has. */
  beforeLines: number;
  afterStart: number;
  afterLines: number;
  rows: DifferenceRow[];
}

/** Where a finding is in a side-by-side view. @public */
export interface FindingAnchor {
  fingerprint: string;
  /** The first line of the finding, or of what stands opposite; null where nobody can tell. */
  beforeLine: number | null;
  afterLine: number | null;
  /** The hunk that shows it, as an index; null where none does. */
  hunk: number | null;
}

/** How two texts differ, for a screen to draw. @public */
export interface Difference {
  /** `aligned`: the whole texts were; `fragments`: they are too different or too large, so only what findings are about is shown. */
  outcome: 'aligned' | 'fragments';
  hunks: DifferenceHunk[];
  /** One for each finding, in their order. */
  anchors: FindingAnchor[];
  /** Rows that were left out because there are too many. */
  omittedRows: number;
}
