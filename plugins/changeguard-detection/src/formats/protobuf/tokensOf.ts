/** A word, number, text or sign, and where it stands. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** Counted from 1. */
  line: number;
}

const BLANKS = ' \t\n\v\f\r';
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The tokens of a Protobuf text, without its comments. Takes one look at each character, whatever the text: what is never closed
 * is one token, for the compiler to refuse.
 */
export function* tokensOf(text: string): Generator<Token> {
  let line = 1;
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  while (at < text.length) {
    const character = text[at];
    if (BLANKS.includes(character)) {
      if (character === '\n') line++;
      at++;
      continue;
    }
    const end = endOf(text, at);
    const token = text.slice(at, end);
    if (!isComment(token)) yield { text: token, start: at, end, line };
    if (token.startsWith('/*')) line += token.split('\n').length - 1;
    at = end;
  }
}

function isComment(token: string): boolean {
  if (token.startsWith('//')) return true;
  return token.startsWith('/*') && token.length > 3 && token.endsWith('*/');
}

function endOf(text: string, start: number): number {
  const first = text[start];
  if (first === '"' || first === "'") return endOfText(text, start);
  if (text.startsWith('//', start)) return endOfLine(text, start);
  if (text.startsWith('/*', start)) {
    const close = text.indexOf('*/', start + 2);
    return close === -1 ? text.length : close + 2;
  }
  if (isDigit(first) || (first === '.' && isDigit(text[start + 1])))
    return endOfNumber(text, start);
  if (isLetter(first)) {
    let end = start + 1;
    while (isWordPart(text[end])) end++;
    return end;
  }
  return start + String.fromCodePoint(text.codePointAt(start)!).length;
}

/** Behind the closing quote, or at the end of the line where there is none. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '\n') {
    if (text[at] === text[start]) return at + 1;
    at += text[at] === '\\' && text[at + 1] !== '\n' ? 2 : 1;
  }
  return Math.min(at, text.length);
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** Such as `12`, `0x1F` and `1.5e-10`. */
function endOfNumber(text: string, start: number): number {
  const decimal = !/^0[xX]/.test(text.slice(start, start + 2));
  let end = start + 1;
  while (
    isWordPart(text[end]) ||
    (decimal &&
      (text[end] === '+' || text[end] === '-') &&
      (text[end - 1] === 'e' || text[end - 1] === 'E'))
  )
    end++;
  return end;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function isLetter(character: string | undefined): boolean {
  return (
    character !== undefined &&
    ((character >= 'a' && character <= 'z') ||
      (character >= 'A' && character <= 'Z') ||
      character === '_')
  );
}

function isWordPart(character: string | undefined): boolean {
  return isLetter(character) || isDigit(character) || character === '.';
}
