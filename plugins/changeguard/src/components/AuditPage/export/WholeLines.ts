const NEWLINE = 0x0a;
const seqOfLine = /^\{"seq":([1-9]\d*),/;

/**
 * Lets through whole lines of a stream only, so that what is kept of an export that broke off can be gone on with, and remembers
 * the place of the last record and the last line.
 */
export class WholeLines {
  /** Place in the chain of the last whole record; 0 before the first. */
  lastSeq = 0;
  lastLine = '';
  private rest: Uint8Array = new Uint8Array();
  private readonly decoder = new TextDecoder();

  /** Answers the whole lines there are now; keeps what comes after them for later. */
  take(chunk: Uint8Array): Uint8Array {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    const whole = concat(this.rest, chunk.subarray(0, end));
    if (end === 0) {
      this.rest = concat(this.rest, chunk);
      return new Uint8Array();
    }
    this.rest = chunk.slice(end);
    this.remember(whole);
    return whole;
  }

  /** Forgets half a line: what follows begins a new one. */
  drop(): void {
    this.rest = new Uint8Array();
  }

  private remember(whole: Uint8Array) {
    const before = whole.subarray(0, -1);
    const begin = before.lastIndexOf(NEWLINE) + 1;
    const last = this.decoder.decode(before.subarray(begin));
    this.lastLine = last;
    // The trailer has no place; then it is the line before it that counts, and nothing is left to go on with.
    const match = seqOfLine.exec(last);
    if (match) this.lastSeq = Number(match[1]);
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
