/** A text that was read: its value as JSON would give it, and the text itself for finding lines. */
export interface TextDocument {
  syntax: 'json' | 'yaml';
  text: string;
  value: unknown;
}

/** Why a text could not be read. @public */
export interface TextFailure {
  /** In one word, for programs. */
  reason: 'parse-error' | 'too-large' | 'too-deep';
  /** One sentence that says what to do about it. */
  message: string;
  /** Where reading stopped, counted from 1, when that is known. */
  line?: number;
}

/** What came of reading a text. */
export type TextResult =
  | { outcome: 'read'; document: TextDocument }
  | { outcome: 'failed'; failure: TextFailure };
