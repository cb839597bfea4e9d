import { DateTime } from 'luxon';

/** The day, `yyyy-mm-dd`, of a moment in the reader's zone; empty for none. */
export function dayOfInstant(instant: string | null): string {
  return (instant && DateTime.fromISO(instant).toISODate()) || '';
}

/** The moment a day begins in the reader's zone, ISO 8601 UTC; null for an empty or unfinished day. */
export function instantOfDay(day: string): string | null {
  const start = DateTime.fromISO(day);
  return day && start.isValid ? start.toUTC().toISO() : null;
}
