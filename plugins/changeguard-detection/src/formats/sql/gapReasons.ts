import { Gap } from './model/Database';

/** More than this are counted, not listed. */
const MOST_REASONS = 50;

/** One sentence for each kind of statement that was not followed, with how many there were and where the first one stands. */
export function gapReasons(gaps: readonly Gap[]): string[] {
  const byWhat = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const alike = byWhat.get(gap.what);
    if (alike) alike.push(gap);
    else byWhat.set(gap.what, [gap]);
  }
  const sentences = [...byWhat].map(([what, alike]) => {
    const [{ place }] = alike;
    const where = place.file
      ? `${place.file}, line ${place.startLine}`
      : `line ${place.startLine}`;
    const count = alike.length === 1 ? '' : ` (${alike.length} times, first`;
    const position = count ? `${count} in ${where})` : ` (${where})`;
    return `Not followed: ${what}${position}.`;
  });
  const left = sentences.length - MOST_REASONS;
  return left > 0
    ? [
        ...sentences.slice(0, MOST_REASONS),
        `${left} more kinds of statements were not followed.`,
      ]
    : sentences;
}
