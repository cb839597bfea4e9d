import { Context } from '../Context';
import { readSunset } from '../../../schema-comparison/lifecycle';
import { Parameter } from '../model/Parameter';
import { wordOf } from '../../../text/wordOf';

/** Deprecation and sunset of a parameter. */
export function checkParameterDates(
  before: Parameter,
  after: Parameter,
  places: {
    operation: string;
    base: string;
    revision: string;
    identity: string;
  },
  { report, now }: Context,
): void {
  const old = before.located.value;
  const next = after.located.value;
  const state = (change: string, word: string) =>
    report.add(`request-parameter-${change}`, {
      ...places,
      before: old[word],
      after: next[word],
      details: {
        parameter: after.name,
        in: after.in,
        before: wordOf(old[word] ?? 'nothing'),
        after: wordOf(next[word] ?? 'nothing'),
        sunset: wordOf(next['x-sunset'] ?? ''),
      },
    });
  const was = readSunset(old);
  const is = readSunset(next);
  if (old.deprecated !== true && next.deprecated === true) {
    state(
      is.outcome === 'invalid' ? 'sunset-parse' : 'deprecated',
      'deprecated',
    );
    return;
  }
  if (old.deprecated === true && next.deprecated !== true) {
    state('reactivated', 'deprecated');
    return;
  }
  if (next.deprecated !== true) return;
  if (was.outcome !== 'none' && is.outcome === 'none') {
    state('sunset-deleted', 'x-sunset');
  } else if (is.outcome === 'invalid' && was.outcome !== 'invalid') {
    state('sunset-parse', 'x-sunset');
  } else if (
    was.outcome === 'date' &&
    is.outcome === 'date' &&
    is.date < was.date &&
    was.date > now
  ) {
    state('sunset-date-changed-too-small', 'x-sunset');
  }
}
