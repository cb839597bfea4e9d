import { Database } from '../model/Database';
import { pathOf } from '../model/names';
import { Routine } from '../model/Routine';
import { Context } from './Context';
import { checkAnnouncement, stateRemoval } from './deprecation';

/** Functions, procedures and aggregates that people call; those that only triggers call are none of them. */
export function checkRoutines({ base, revision, report }: Context): void {
  const [old, now] = [callable(base), callable(revision)];
  const taken = new Set<string>();
  for (const [key, routine] of old) {
    const next = now.get(key);
    if (next) {
      checkRoutine(key, routine, next, { base, revision, report });
      continue;
    }
    const fresh = [...now].filter(
      ([other, one]) =>
        !old.has(other) && !taken.has(other) && nameOf(one) === nameOf(routine),
    );
    const [other, successor] =
      fresh.find(([, one]) => takesCallsOf(one, routine)) ?? fresh[0] ?? [];
    if (other === undefined || successor === undefined) {
      stateRemoval(report, 'function-removed', key, {
        ...routine,
        text: textOf(routine),
      });
      continue;
    }
    taken.add(other);
    const isTaken = takesCallsOf(successor, routine);
    report.state(
      isTaken ? 'function-argument-added' : 'function-signature-changed',
      key,
      {
        before: textOf(routine),
        after: textOf(successor),
        beforePlace: routine.place,
        afterPlace: successor.place,
      },
    );
  }
  for (const [key, routine] of now) {
    if (old.has(key) || taken.has(key)) continue;
    report.state('function-added', key, {
      after: textOf(routine),
      afterPlace: routine.place,
    });
  }
}

function callable({ routines }: Database): Map<string, Routine> {
  return new Map(
    [...routines].filter(
      ([, { returns }]) => !/^(event_)?trigger$/.test(returns),
    ),
  );
}

function nameOf({ schema, name }: Routine): string {
  return pathOf(schema, name);
}

function textOf(routine: Routine): string {
  const given = routine.arguments.map(one =>
    [
      ...(one.isVariadic ? ['variadic'] : []),
      ...(one.name ? [one.name] : []),
      one.type,
      ...(one.hasDefault ? ['default'] : []),
    ].join(' '),
  );
  const returns = routine.returns ? ` returns ${routine.returns}` : '';
  return `${routine.kind} (${given.join(', ')})${returns}`;
}

/** Whether calls of the old one reach the new one: the same arguments, and more only where they may be left out. */
function takesCallsOf(now: Routine, old: Routine): boolean {
  return (
    now.kind === old.kind &&
    now.returns === old.returns &&
    old.arguments.every(
      (one, index) =>
        now.arguments[index]?.type === one.type &&
        now.arguments[index].name === one.name &&
        (now.arguments[index].hasDefault || !one.hasDefault),
    ) &&
    now.arguments
      .slice(old.arguments.length)
      .every(one => one.hasDefault || one.isVariadic)
  );
}

function checkRoutine(
  key: string,
  old: Routine,
  now: Routine,
  { report }: Context,
): void {
  checkAnnouncement(report, key, old, now);
  const said = { beforePlace: old.place, afterPlace: now.place };
  if (old.kind !== now.kind) {
    report.state('function-kind-changed', key, {
      ...said,
      before: old.kind,
      after: now.kind,
    });
  }
  if (old.kind === now.kind && old.returns !== now.returns) {
    report.state('function-return-changed', key, {
      ...said,
      before: old.returns,
      after: now.returns,
    });
  }
  old.arguments.forEach((one, index) => {
    const next = now.arguments[index];
    if (one.name !== next.name && one.name !== '') {
      report.state('function-argument-renamed', key, {
        ...said,
        before: one.name,
        after: next.name || null,
      });
    }
    if (one.hasDefault && !next.hasDefault) {
      report.state('function-argument-default-removed', key, {
        ...said,
        before: one.name || String(index + 1),
      });
    }
  });
}
