import { DateTime } from 'luxon';

/** Up to here, in days, a date is counted in days: "in 34 days" says more than "in 1 month". */
const IN_DAYS = 60;
/** Nearer than this, in milliseconds, is now: seconds only make people count them. */
const NOW = 60_000;

/**
 * How far a moment is from now, in words.
 *
 * @param at - ISO 8601.
 * @param now - milliseconds since the epoch.
 */
export function relativeWords(
  at: string,
  now: number,
  locale?: string,
): string {
  const moment = DateTime.fromISO(at, { locale });
  const base = DateTime.fromMillis(now, { locale });
  if (Math.abs(moment.diff(base).milliseconds) < NOW)
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
      0,
      'second',
    );
  const days = Math.abs(moment.diff(base, 'days').days);
  return (
    moment.toRelative({
      base,
      ...(days >= 1 && days < IN_DAYS && { unit: 'days' as const }),
    }) ?? ''
  );
}
