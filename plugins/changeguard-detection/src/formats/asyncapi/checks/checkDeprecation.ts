import { Located } from '../../../schema-comparison/ApiDocument';
import { isDeprecated, readSunset } from '../../../schema-comparison/lifecycle';
import { Sighting } from '../../../schema-comparison/Report';
import { wordOf } from '../../../text/wordOf';
import { Context } from '../Context';

/** What is said about when a channel, an operation or a message goes. */
export function checkDeprecation(
  noun: 'channel' | 'operation' | 'message',
  old: Located,
  now: Located,
  at: Sighting,
  { report, now: today }: Context,
): void {
  const was = isDeprecated(old.value);
  const is = isDeprecated(now.value);
  const before = old.value['x-sunset'];
  const after = now.value['x-sunset'];
  const state = (change: string) =>
    report.add(`${noun}-${change}`, {
      ...at,
      before,
      after,
      identity: `${at.identity} ${change}`,
      details: {
        ...at.details,
        before: wordOf(before ?? 'nothing'),
        after: wordOf(after ?? 'nothing'),
      },
    });
  if (was !== is) {
    state(is ? 'deprecated' : 'reactivated');
    return;
  }
  const earlier = readSunset(old.value);
  const later = readSunset(now.value);
  if (!is || earlier.outcome !== 'date' || earlier.date <= today) return;
  if (later.outcome !== 'date' || later.date < earlier.date) {
    state('sunset-brought-forward');
  }
}
