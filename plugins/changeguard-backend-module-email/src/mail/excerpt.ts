/** The beginning of a text, and whether something was left out. */
export interface Excerpt {
  text: string;
  cut: boolean;
}

/**
 * At most `max` characters of a text, ending where a paragraph, a line or a word ends, whichever of these comes in the
 * second half; a text without any is cut hard.
 */
export function excerpt(text: string, max: number): Excerpt {
  if (text.length <= max) {
    return { text, cut: false };
  }
  const head = text.slice(0, max);
  const end = ['\n\n', '\n', ' ']
    .map(boundary => head.lastIndexOf(boundary))
    .find(index => index > max / 2);
  // Never half of a surrogate pair.
  const hard = head.replace(/[\ud800-\udbff]$/, '');
  return { text: (end ? head.slice(0, end) : hard).trimEnd(), cut: true };
}
