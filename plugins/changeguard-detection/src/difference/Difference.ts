/** One line of a text, counted from 1. @public */
export interface TextLine {
  /** Counted from 1. */
  number: number;
  /** Without what ends it. */
  text: string;
}

/** A row of a side-by-side view; a line that is on one side only has nothing opposite. @public */
export interface DifferenceRow {
  /** How the two sides differ. */
  kind: 'same' | 'changed' | 'removed' | 'added';
  /** The line of the base. */
  before: TextLine | null;
  /** The line of the revision. */
  after: TextLine | null;
}

/** A stretch of rows that follow each other on both sides. @public */
export interface DifferenceHunk {
  /** The first line of the base; 1 where there is none. */
  beforeStart: number;
  /** How many lines of the base there are. */
  beforeLines: number;
  /** The first line of the revision; 1 where there is none. */
  afterStart: number;
  /** How many lines of the revision there are. */
  afterLines: number;
  /** The lines, side by side. */
  rows: DifferenceRow[];
}

/** Where a finding is in a side-by-side view. @public */
export interface FindingAnchor {
  /** The finding's. */
  fingerprint: string;
  /** Its first line in the base, or the line opposite; null where nobody can tell. */
  beforeLine: number | null;
  /** The same in the revision. */
  afterLine: number | null;
  /** The hunk that shows it, as an index; null where none does. */
  hunk: number | null;
}

/** How two texts differ, for a screen to draw. @public */
export interface Difference {
  /** `aligned`: the whole texts were; `fragments`: they are too different or too large, so only what findings are about is shown. */
  outcome: 'aligned' | 'fragments';
  /** In the order of the texts. */
  hunks: DifferenceHunk[];
  /** One for each finding, in their order. */
  anchors: FindingAnchor[];
  /** Rows that were left out because there are too many. */
  omittedRows: number;
}
