import { END, LAST, Pattern, Ranges, START, without } from './Pattern';

/** More copies than this are not written out. */
const MOST_COPIES = 200;

/** Thrown for what is no regular language, or not worth the effort, such as look-arounds and back-references. */
class Unsupported extends Error {}

const DIGITS: Ranges = [[0x30, 0x39]];
const WORD: Ranges = [...DIGITS, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const SPACE: Ranges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const NEWLINES: Ranges = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
const CLASSES: Readonly<Record<string, Ranges>> = {
  d: DIGITS,
  D: without(DIGITS),
  w: WORD,
  W: without(WORD),
  s: SPACE,
  S: without(SPACE),
};
const CONTROLS: Readonly<Record<string, number>> = {
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  0: 0,
};

class Parser {
  private at = 0;

  constructor(private readonly source: string) {}

  whole(): Pattern {
    const pattern = this.choice(0);
    if (this.at < this.source.length) throw new Unsupported();
    return pattern;
  }

  private choice(depth: number): Pattern {
    if (depth > 50) throw new Unsupported();
    const options = [this.sequence(depth)];
    while (this.take('|')) options.push(this.sequence(depth));
    return options.length === 1 ? options[0] : { kind: 'choice', options };
  }

  private sequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    while (this.at < this.source.length && !/[|)]/.test(this.peek())) {
      parts.push(this.repeated(depth));
    }
    return { kind: 'sequence', parts };
  }

  private repeated(depth: number): Pattern {
    let part = this.atom(depth);
    for (;;) {
      const bounds = this.quantifier();
      if (!bounds) return part;
      this.take('?');
      const [min, max] = bounds;
      if (min > MOST_COPIES || (max > MOST_COPIES && max !== Infinity)) {
        throw new Unsupported();
      }
      part = { kind: 'repeat', part, min, max };
    }
  }

  private quantifier(): [number, number] | undefined {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    const match = /^\{(\d+)(,(\d*))?\}/.exec(
      this.source.slice(this.at, this.at + 16),
    );
    if (!match) return undefined;
    this.at += match[0].length;
    const min = Number(match[1]);
    if (match[2] === undefined) return [min, min];
    return [min, match[3] === '' ? Infinity : Number(match[3])];
  }

  private atom(depth: number): Pattern {
    const char = this.next();
    switch (char) {
      case '(':
        return this.group(depth);
      case '[':
        return characters(this.characterClass());
      case '.':
        return characters(without(NEWLINES));
      case '^':
        return characters([[START, START]]);
      case '$':
        return characters([[END, END]]);
      case '\\':
        return characters(this.escape());
      case '*':
      case '+':
      case '?':
        throw new Unsupported();
      default:
        return characters(single(char.charCodeAt(0)));
    }
  }

  private group(depth: number): Pattern {
    if (this.take('?')) {
      if (!this.take(':')) throw new Unsupported();
    }
    const pattern = this.choice(depth + 1);
    if (!this.take(')')) throw new Unsupported();
    return pattern;
  }

  private characterClass(): Ranges {
    const negated = this.take('^');
    const ranges: (readonly [number, number])[] = [];
    while (!this.take(']')) {
      const low = this.classMember();
      if (
        low.length === 1 &&
        low[0][0] === low[0][1] &&
        this.peek() === '-' &&
        this.source[this.at + 1] !== ']'
      ) {
        this.at++;
        const high = this.classMember();
        if (high.length !== 1 || high[0][0] < low[0][0])
          throw new Unsupported();
        ranges.push([low[0][0], high[0][0]]);
      } else {
        ranges.push(...low);
      }
    }
    return negated ? without(ranges) : ranges;
  }

  private classMember(): Ranges {
    const char = this.next();
    if (char !== '\\') return single(char.charCodeAt(0));
    return this.take('b') ? single(8) : this.escape();
  }

  private escape(): Ranges {
    const char = this.next();
    if (Object.hasOwn(CLASSES, char)) return CLASSES[char];
    if (Object.hasOwn(CONTROLS, char)) return single(CONTROLS[char]);
    if (char === 'x') return this.code(2);
    if (char === 'u') return this.code(4);
    if (/[\w]/.test(char)) throw new Unsupported();
    return single(char.charCodeAt(0));
  }

  private code(length: number): Ranges {
    const digits = this.source.slice(this.at, this.at + length);
    if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < length) {
      throw new Unsupported();
    }
    this.at += length;
    return single(parseInt(digits, 16));
  }

  private peek(): string {
    return this.source[this.at] ?? '';
  }

  private next(): string {
    if (this.at >= this.source.length) throw new Unsupported();
    return this.source[this.at++];
  }

  private take(char: string): boolean {
    if (this.peek() !== char) return false;
    this.at++;
    return true;
  }
}

function single(code: number): Ranges {
  return [[code, Math.min(code, LAST)]];
}

function characters(ranges: Ranges): Pattern {
  return { kind: 'characters', ranges };
}

/** Takes a regular expression apart; undefined where it holds what is not supported. */
export function parsePattern(source: string): Pattern | undefined {
  try {
    return new Parser(source).whole();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}
