const UNSAFE = /[\p{Cc}\u2028\u2029]+/gu;
// Marks that reorder what a reader sees, so that `exe.txt` can be shown for `txt.exe`; they are not letters of any script.
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text made fit for one header line: no line breaks or control characters, single spaces, at most `max` characters. */
export function headerText(text: string, max = 200): string {
  const line = text
    .replace(UNSAFE, ' ')
    .replace(REORDERING, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > max
    ? `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

/** The same for a text of several lines: its line breaks and tabs stay. */
export function bodyText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(REORDERING, '')
    .trim();
}
