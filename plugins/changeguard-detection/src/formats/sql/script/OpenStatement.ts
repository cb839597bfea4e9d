import { Token } from './Lexer';
import { ScriptMistake, Statement } from './Statement';

/** More tokens than this in one statement are no definition; the parser would need hundreds of megabytes for them. */
const MOST_TOKENS = 100_000;

/** Statements that have no say in what a schema is, and may be as long as a table's rows. */
const DATA = /^(INSERT|UPDATE|DELETE|MERGE|VALUES)\b/;

/** A statement that is still being read, and knows when a semicolon ends it. */
export class OpenStatement {
  /** Its words so far, in upper case. */
  words = '';
  private readonly parts: string[] = [];
  private brackets = 0;
  private blocks = 0;
  private tokens = 0;

  constructor(private readonly line: number) {}

  add(text: string, kind: Token['kind']): void {
    // Rows are never parsed, so they need not be kept.
    if (kind !== 'space' && this.tokens > 40 && DATA.test(this.words)) {
      if (kind === 'bracket') this.brackets += text === '(' ? 1 : -1;
      return;
    }
    this.parts.push(text);
    if (kind === 'space') return;
    this.tokens += 1;
    if (this.tokens > MOST_TOKENS) {
      throw new ScriptMistake(
        `The statement is longer than ${MOST_TOKENS} words; split it.`,
        this.line,
        'too-large',
      );
    }
    if (kind === 'bracket') this.brackets += text === '(' ? 1 : -1;
    if (kind !== 'word') return;
    const word = text.toUpperCase();
    // Enough to tell what it is; the columns of a COPY stand before its end.
    if (this.tokens < 40 || this.words.startsWith('COPY')) {
      this.words = `${this.words} ${word}`.trimStart();
    }
    if (!/^CREATE (OR REPLACE )?(FUNCTION|PROCEDURE)\b/.test(this.words))
      return;
    if (word === 'BEGIN' || (word === 'CASE' && this.blocks > 0)) {
      this.blocks += 1;
    } else if (word === 'END' && this.blocks > 0) {
      this.blocks -= 1;
    }
  }

  isComplete(): boolean {
    return this.brackets <= 0 && this.blocks === 0;
  }

  close(endLine: number, file?: string): Statement {
    return {
      text: this.parts.join('').trim(),
      head: this.words.split(' ').slice(0, 6).join(' '),
      file,
      startLine: this.line,
      endLine,
    };
  }
}
