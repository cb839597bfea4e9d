/** One statement of a script, without comments around it. */
export interface Statement {
  text: string;
  /** Its words in upper case, as far as they say what it is: `CREATE UNIQUE INDEX`. */
  head: string;
  /** The file it stands in, where the input names files. */
  file?: string;
  /** Lines counted from 1. */
  startLine: number;
  endLine: number;
}

/** What is wrong with a script, as a sentence. */
export class ScriptMistake extends Error {
  constructor(
    message: string,
    readonly line?: number,
    readonly reason: 'parse-error' | 'too-large' | 'too-deep' = 'parse-error',
  ) {
    super(message);
  }
}
