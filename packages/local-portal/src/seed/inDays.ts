const DAY_MS = 24 * 60 * 60 * 1000;

/** That many days from now, at noon in UTC, so that most of the world reads the same date. */
export function inDays(now: Date, days: number | undefined): string | null {
  if (days === undefined) {
    return null;
  }
  const then = new Date(now.getTime() + days * DAY_MS);
  then.setUTCHours(12, 0, 0, 0);
  return then.toISOString();
}
