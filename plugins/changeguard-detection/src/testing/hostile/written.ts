/** Something around something, many times over. */
export function nested(
  open: string,
  middle: string,
  close: string,
  times: number,
): string {
  return open.repeat(times) + middle + close.repeat(times);
}

/** One line for each number below a count. */
export function each(
  count: number,
  line: (index: number) => string,
  separator = '',
): string {
  return Array.from({ length: count }, (_, index) => line(index)).join(
    separator,
  );
}

/** One byte more than what may be read. */
export const TOO_LARGE = 16 * 1024 * 1024 + 1;

/** A text as UTF-16 with its mark. */
export function utf16(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

/** A text as Latin-1, in which `é` is no UTF-8. */
export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** Aliases of aliases: nine lines that stand for a thousand million words. */
export const BILLION_LAUGHS = [
  'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => {
    const inner = `*${'abcdefgh'[index]}`;
    return `${name}: &${name} [${Array(10).fill(inner).join(', ')}]`;
  }),
].join('\n');
