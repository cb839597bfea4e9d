const long = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const short = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A day in full, `12 December 2026`. UTC, because one mail text serves readers everywhere. */
export function calendarDay(instant: string): string {
  return long.format(new Date(instant));
}

/** A day for a subject: `12 Dec`, with the year when it is not the one of `today`. */
export function shortDay(instant: string, today: string): string {
  const date = new Date(instant);
  const year = date.getUTCFullYear();
  return year === new Date(today).getUTCFullYear()
    ? short.format(date)
    : `${short.format(date)} ${year}`;
}
