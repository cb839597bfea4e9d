import { ScriptMistake } from './Statement';

/** A piece of a script; a comment is a space. */
export interface Token {
  kind: 'word' | 'space' | 'bracket' | 'semicolon' | 'command' | 'other';
  text: string;
  /** Where it begins, counted from 1. */
  line: number;
}

const WORD = /[\p{L}_\u0080-\uffff][\p{L}\p{N}_$\u0080-\uffff]*/uy;
const NUMBER = /\d[\w.]*/y;
const SPACE = /\s+/y;
const DOLLAR = /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const OPERATOR = /[^\w\s'"$;()\\\-/\u0080-\uffff]+/y;

/** Reads a script from left to right, each character once. */
export class Lexer {
  line = 1;
  private at = 0;
  private isStartOfStatement = true;

  constructor(private readonly text: string) {}

  /** @throws ScriptMistake - for what is never closed. */
  next(): Token | undefined {
    if (this.at >= this.text.length) return undefined;
    const line = this.line;
    const start = this.at;
    const kind = this.read();
    const isComment = kind === 'space' && /^(--|\/\*)/.test(this.peek(start));
    const text = isComment ? ' ' : this.text.slice(start, this.at);
    if (kind !== 'space') {
      this.isStartOfStatement = kind === 'semicolon' || kind === 'command';
    }
    this.countLines(start);
    return { kind, text, line };
  }

  /** Passes over the rows that follow `COPY … FROM stdin;`. */
  skipRows(): void {
    const start = this.at;
    const end = /^\\\.[ \t\r]*$/gm;
    end.lastIndex = start;
    const found = end.exec(this.text);
    this.at = found ? end.lastIndex : this.text.length;
    this.countLines(start);
  }

  private read(): Token['kind'] {
    const char = this.text[this.at];
    const pair = this.peek(this.at);
    if (this.take(SPACE)) return 'space';
    if (pair === '--') return this.toEndOfLine('space');
    if (pair === '/*') return this.comment();
    if (char === '\\' && this.isStartOfStatement)
      return this.toEndOfLine('command');
    if (char === ';') return this.step('semicolon');
    if (char === '(' || char === ')') return this.step('bracket');
    if (/^[eE]'/.test(pair)) {
      this.at += 1;
      return this.quoted("'", true);
    }
    if (char === "'") return this.quoted("'", false);
    if (char === '"') return this.quoted('"', false);
    if (char === '$' && this.take(DOLLAR)) return this.dollarQuoted();
    if (this.take(WORD)) return 'word';
    if (this.take(NUMBER) || this.take(OPERATOR)) return 'other';
    return this.step('other');
  }

  private peek(at: number): string {
    return this.text.slice(at, at + 2);
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private step(kind: Token['kind']): Token['kind'] {
    this.at += 1;
    return kind;
  }

  private toEndOfLine(kind: Token['kind']): Token['kind'] {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end;
    return kind;
  }

  private comment(): Token['kind'] {
    const mark = /\/\*|\*\//g;
    mark.lastIndex = this.at;
    let depth = 0;
    do {
      const found = mark.exec(this.text);
      if (!found) throw this.unclosed('comment');
      depth += found[0] === '/*' ? 1 : -1;
    } while (depth > 0);
    this.at = mark.lastIndex;
    return 'space';
  }

  private quoted(quote: string, escapes: boolean): Token['kind'] {
    let at = this.at + 1;
    for (; ; at += 1) {
      if (at >= this.text.length) throw this.unclosed('quote');
      if (escapes && this.text[at] === '\\') at += 1;
      else if (this.text[at] === quote) {
        if (this.text[at + 1] !== quote) break;
        at += 1;
      }
    }
    this.at = at + 1;
    return 'other';
  }

  private dollarQuoted(): Token['kind'] {
    const from = this.text.lastIndexOf('$', this.at - 2);
    const tag = this.text.slice(from, this.at);
    const end = this.text.indexOf(tag, this.at);
    if (end < 0) throw this.unclosed('dollar quote');
    this.at = end + tag.length;
    return 'other';
  }

  private unclosed(what: string): ScriptMistake {
    return new ScriptMistake(`A ${what} is never closed.`, this.line);
  }

  private countLines(from: number): void {
    for (let at = from; at < this.at; at += 1) {
      if (this.text[at] === '\n') this.line += 1;
    }
  }
}
