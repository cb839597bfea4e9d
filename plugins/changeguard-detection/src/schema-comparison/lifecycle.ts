import { wordOf } from '../text/wordOf';

/** What an `x-sunset` says. */
export type Sunset =
  | { outcome: 'none' }
  | { outcome: 'date'; date: Date; text: string }
  | { outcome: 'invalid'; text: string };

/** The day something goes, as an RFC 3339 date or date-time. */
export function readSunset(value: Readonly<Record<string, unknown>>): Sunset {
  const sunset = value['x-sunset'];
  if (sunset === undefined) return { outcome: 'none' };
  const text = typeof sunset === 'string' ? sunset : JSON.stringify(sunset);
  const date = new Date(text);
  return /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text) && !Number.isNaN(+date)
    ? { outcome: 'date', date, text }
    : { outcome: 'invalid', text };
}

const LEVELS = ['draft', 'alpha', 'beta', 'stable'];

/** How stable something is said to be: 0 draft, 1 alpha, 2 beta, 3 stable; undefined where nothing valid is said. */
export function stabilityOf(
  value: Readonly<Record<string, unknown>>,
): number | undefined {
  const level = LEVELS.indexOf(wordOf(value['x-stability-level']));
  return level === -1 ? undefined : level;
}

/** Whether something may still change at any time. */
export function isUnstable(value: Readonly<Record<string, unknown>>): boolean {
  const level = stabilityOf(value);
  return level !== undefined && level < 2;
}

/** Whether a stability level is written that nobody knows. */
export function hasInvalidStability(
  value: Readonly<Record<string, unknown>>,
): boolean {
  return (
    value['x-stability-level'] !== undefined && stabilityOf(value) === undefined
  );
}

/** What people had been told about something that was removed. */
export type Removal = 'unannounced' | 'before-sunset' | 'after-sunset';

/** Whether people are told that something goes; formats without a word for it have the extension. */
export function isDeprecated(
  value: Readonly<Record<string, unknown>>,
): boolean {
  return value.deprecated === true || value['x-deprecated'] === true;
}

/** Whether something could be removed: it was deprecated with a sunset, and that has passed. */
export function removalOf(
  value: Readonly<Record<string, unknown>>,
  now: Date,
): Removal {
  const sunset = readSunset(value);
  if (!isDeprecated(value) || sunset.outcome === 'none') return 'unannounced';
  return sunset.outcome === 'date' && sunset.date <= now
    ? 'after-sunset'
    : 'before-sunset';
}
