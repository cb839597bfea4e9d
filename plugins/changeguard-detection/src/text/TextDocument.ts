/** A text that was read: its value as JSON would give it, and the text itself for finding lines. */
export interface TextDocument {
  syntax: 'json' | 'yaml';
  text: string;
  value: unknown;
}

/** Why a text could not be read. @public */
export interface TextFailure {
  reason: 'parse-error' | 'too-large' | 'too-deep';
  /** One sentence that says what to do about it. */
  message: string;
  line?: number;
}

/** What came of reading a text. */
export type TextResult =
  | { outcome: 'read'; document: TextDocument }
  | { outcome: 'failed'; failure: TextFailure };
