import { Token, tokensOf } from './tokensOf';

/**
 * A text without its custom options, such as `(google.api.http)`: they say nothing about what is sent, and their definitions
 * may lie elsewhere. Spaces take their place, so that lines stay where they are.
 */
export function blankCustomOptions(text: string): string {
  const tokens = [...tokensOf(text)];
  const blanks: { start: number; end: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const next = tokens[at + 1]?.text;
    if (tokens[at].text === 'option' && next === '(') {
      const end = skipTo(tokens, at, [';']);
      blanks.push({ start: tokens[at].start, end: endOf(tokens, end) });
      at = end;
    } else if (tokens[at].text === '[') {
      const end = skipTo(tokens, at + 1, [']']);
      blanks.push(...blankItems(tokens, at, end));
      at = end;
    }
  }
  return blank(text, blanks);
}

/** The custom ones among `[a = 1, (b) = 2]`, with a comma; or all of it when nothing would be left. */
function blankItems(
  tokens: readonly Token[],
  open: number,
  close: number,
): { start: number; end: number }[] {
  const items: { first: number; last: number; custom: boolean }[] = [];
  for (let at = open + 1; at < close; at++) {
    const end = skipTo(tokens, at, [',', ']']);
    items.push({
      first: at,
      last: Math.min(end, close) - 1,
      custom: tokens[at].text === '(',
    });
    at = end;
  }
  if (!items.some(({ custom }) => custom)) return [];
  const whole = { start: tokens[open].start, end: endOf(tokens, close) };
  const kept = items.filter(({ custom }) => !custom);
  if (kept.length === 0) return [whole];
  const blanks = items
    .filter(({ custom }) => custom)
    .map(({ first, last }) => ({
      start: tokens[first].start,
      end: endOf(tokens, last + (tokens[last + 1]?.text === ',' ? 1 : 0)),
    }));
  const lastKept = kept[kept.length - 1];
  if (lastKept !== items[items.length - 1]) {
    const comma = tokens[lastKept.last + 1];
    blanks.push({ start: comma.start, end: comma.end });
  }
  return blanks;
}

/** The next of some tokens outside of brackets. */
function skipTo(
  tokens: readonly Token[],
  from: number,
  ends: readonly string[],
): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const { text } = tokens[at];
    if (depth === 0 && ends.includes(text)) return at;
    if ('{[('.includes(text)) depth++;
    if ('}])'.includes(text)) depth--;
  }
  return tokens.length;
}

function endOf(tokens: readonly Token[], at: number): number {
  return tokens[Math.min(at, tokens.length - 1)].end;
}

function blank(
  text: string,
  ranges: readonly { start: number; end: number }[],
): string {
  let at = 0;
  let result = '';
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start);
    result += text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}
