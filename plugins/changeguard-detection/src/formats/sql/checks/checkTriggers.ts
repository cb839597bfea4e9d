import { Relation } from '../model/Relation';
import { Report } from './Report';
import { partPath } from './wording';

/** Triggers that run before or instead of a write. */
export function checkTriggers(
  old: Relation,
  now: Relation,
  report: Report,
): void {
  for (const [name, trigger] of old.triggers) {
    const next = now.triggers.get(name);
    if (next?.text === trigger.text) continue;
    report.state(
      next ? 'trigger-changed' : 'trigger-removed',
      partPath(now, name),
      {
        before: trigger.text,
        after: next?.text,
        beforePlace: trigger.place,
        afterPlace: next?.place,
      },
    );
  }
  for (const [name, trigger] of now.triggers) {
    if (old.triggers.has(name)) continue;
    report.state('trigger-added', partPath(now, name), {
      after: trigger.text,
      afterPlace: trigger.place,
    });
  }
}
