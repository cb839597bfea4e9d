import { tokensOf } from './tokensOf';

/** Tokens that are put together at once: a large text has millions of them. */
const AT_ONCE = 10_000;

/**
 * A text with one token a line and without its comments: however it was written, the compiler reads the same, and the lines that it
 * tells are tokens. Columns would not do, because it counts tabs and wide characters as a terminal shows them.
 */
export function layOut(text: string): string {
  const parts: string[] = [];
  let tokens: string[] = [];
  for (const token of tokensOf(text)) {
    tokens.push(token.text);
    if (tokens.length === AT_ONCE) {
      parts.push(tokens.join('\n'));
      tokens = [];
    }
  }
  return [...parts, ...(tokens.length > 0 ? [tokens.join('\n')] : [])].join(
    '\n',
  );
}
