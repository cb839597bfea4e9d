import { Gap } from './model/Database';

/** More than this are counted, not listed. */
const MOST_REASONS = 50;

/** One sentence for each kind of statement that was not followed, with how many there were and where the first one stands. */
export function gapReasons(gaps: readonly Gap[]): string[] {
  const sentences = gaps.map(({ what, count, place }) => {
    const line = `line ${place.startLine}`;
    const where = place.file ? `${place.file}, ${line}` : line;
    return count === 1
      ? `Not followed: ${what} (${where}).`
      : `Not followed: ${what} (${count} times, first in ${where}).`;
  });
  const left = sentences.length - MOST_REASONS;
  return left > 0
    ? [
        ...sentences.slice(0, MOST_REASONS),
        `${left} more kinds of statements were not followed.`,
      ]
    : sentences;
}
