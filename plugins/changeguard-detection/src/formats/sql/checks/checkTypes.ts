import { pathOf } from '../model/names';
import { UserType } from '../model/UserType';
import { checkColumn } from './checkColumn';
import { checkConditions } from './checkConstraints';
import { checkEnum } from './checkEnum';
import { Context } from './Context';
import { checkAnnouncement, stateRemoval } from './deprecation';
import { columnText } from './wording';

/** Types that the schema defines. */
export function checkTypes(context: Context): void {
  const { base, revision, report } = context;
  for (const [path, old] of base.types) {
    const now = revision.types.get(path);
    if (now) checkType(path, old, now, context);
    else
      stateRemoval(report, 'type-removed', path, { ...old, text: textOf(old) });
  }
  for (const [path, now] of revision.types) {
    if (base.types.has(path)) continue;
    report.state('type-added', path, {
      after: textOf(now),
      afterPlace: now.place,
    });
  }
}

function checkType(
  path: string,
  old: UserType,
  now: UserType,
  context: Context,
): void {
  const { report } = context;
  const places = { beforePlace: old.place, afterPlace: now.place };
  checkAnnouncement(report, path, old, now);
  if (old.kind === 'enum' && now.kind === 'enum') {
    checkEnum(path, old.values, now.values, places, report);
  } else if (old.kind === 'domain' && now.kind === 'domain') {
    checkColumn(path, old.holds, now.holds, { ...context, isReadOnly: false });
    checkConditions(path, old.constraints, now.constraints, context);
  } else if (old.kind === 'composite' && now.kind === 'composite') {
    checkAttributes(path, old, now, context);
  } else if (textOf(old) !== textOf(now)) {
    report.state('type-definition-changed', path, {
      ...places,
      before: textOf(old),
      after: textOf(now),
    });
  }
}

type Composite = Extract<UserType, { kind: 'composite' }>;

function checkAttributes(
  path: string,
  old: Composite,
  now: Composite,
  context: Context,
): void {
  const { report } = context;
  for (const column of old.columns.values()) {
    const own = `${path}.${pathOf(column.name)}`;
    const next = now.columns.get(column.name);
    if (next) checkColumn(own, column, next, { ...context, isReadOnly: false });
    else {
      report.state('attribute-removed', own, {
        before: columnText(column),
        beforePlace: column.place,
      });
    }
  }
  for (const column of now.columns.values()) {
    if (old.columns.has(column.name)) continue;
    report.state('attribute-added', `${path}.${pathOf(column.name)}`, {
      after: columnText(column),
      afterPlace: column.place,
    });
  }
}

function textOf(type: UserType): string {
  switch (type.kind) {
    case 'enum':
      return `enum (${type.values.join(', ')})`;
    case 'domain':
      return `domain ${columnText(type.holds)}`;
    case 'composite':
      return `composite (${[...type.columns.keys()].join(', ')})`;
    default:
      return type.text;
  }
}
