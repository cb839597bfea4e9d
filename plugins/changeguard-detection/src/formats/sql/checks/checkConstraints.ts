import { Database } from '../model/Database';
import { pathOf } from '../model/names';
import { Constraint, Relation } from '../model/Relation';
import { columnsIn } from '../parser/columnsIn';
import { Context } from './Context';
import { Report } from './Report';
import { valuesIn } from './valuesIn';
import { constraintText } from './wording';

const WORDS: Readonly<Record<Constraint['kind'], string>> = {
  'primary key': 'primary-key',
  unique: 'unique',
  check: 'check',
  'foreign key': 'foreign-key',
  exclusion: 'exclusion',
};

/** What a table asks of its rows. Names of constraints are nothing to readers and writers, so they are compared by what they say. */
export function checkConstraints(
  old: Relation,
  now: Relation,
  { base, revision, report }: Context,
): void {
  const path = pathOf(now.schema, now.name);
  const before = byText(old.constraints, base);
  const after = byText(now.constraints, revision);
  const had = heldFor(old, base);
  const has = heldFor(now, revision);
  const gone = [...before].filter(
    ([text, one]) => !has.has(text) && !isOnGone(one, now),
  );
  const fresh = [...after].filter(
    ([text, one]) =>
      !had.has(text) && !isImplied(one, had) && !isOnNew(one, old, now),
  );
  for (const [text, one] of before) {
    const next = after.get(text);
    if (next) checkActions(path, text, one, next, report);
  }
  pairOff(path, gone, fresh, report);
}

/** Compares the conditions of a domain as those of a table. */
export function checkConditions(
  path: string,
  old: ReadonlyMap<string, Constraint>,
  now: ReadonlyMap<string, Constraint>,
  { base, revision, report }: Context,
): void {
  const before = byText(old, base);
  const after = byText(now, revision);
  pairOff(
    path,
    [...before].filter(([text]) => !after.has(text)),
    [...after].filter(([text]) => !before.has(text)),
    report,
  );
}

type Entry = [text: string, constraint: Constraint];

/** Conditions on the same columns are taken for one that changed. */
function pairOff(
  path: string,
  gone: readonly Entry[],
  fresh: readonly Entry[],
  report: Report,
): void {
  const left = new Set(fresh);
  for (const [before, old] of gone) {
    const partner =
      old.kind === 'check'
        ? [...left].find(
            ([, one]) =>
              one.kind === 'check' &&
              [...one.columns].sort().join() === [...old.columns].sort().join(),
          )
        : undefined;
    const said = { before, beforePlace: old.place };
    if (!partner) {
      report.state(`${WORDS[old.kind]}-removed`, path, said);
      continue;
    }
    left.delete(partner);
    const [after, now] = partner;
    report.state(
      isLooser(now, old) ? 'check-loosened' : 'check-changed',
      path,
      {
        ...said,
        after,
        afterPlace: now.place,
      },
    );
  }
  for (const [after, now] of left) {
    report.state(`${WORDS[now.kind]}-added`, path, {
      after,
      afterPlace: now.place,
    });
  }
}

/** Keys of a table by what they ask: a primary key is unique, and that its columns take no NULL is told of the columns. */
function byText(
  constraints: ReadonlyMap<string, Constraint>,
  database: Database,
): Map<string, Constraint> {
  const entries = [...constraints.values()].map((one): Entry => {
    const text = constraintText(withReferencedKey(one, database));
    return [text.replace(/^primary key /, 'unique '), one];
  });
  return new Map(entries);
}

/** What a table asks, also by way of what it inherits from or is a partition of. */
function heldFor(
  relation: Relation,
  database: Database,
): Map<string, Constraint> {
  const held = new Map<string, Constraint>();
  const line = new Set([relation]);
  for (const { constraints, parents } of line) {
    for (const [text, one] of byText(constraints, database))
      held.set(text, one);
    for (const parent of parents) {
      const above = database.relations.get(parent);
      if (above) line.add(above);
    }
  }
  return held;
}

/** Whether a column that it asks about is gone, with which it is told. */
function isOnGone(one: Constraint, now: Relation): boolean {
  return mentionedIn(one).some(name => !now.columns.has(name));
}

function mentionedIn({ columns, expressions }: Constraint): string[] {
  return [...columns, ...expressions.flatMap(columnsIn)];
}

/** A foreign key that names no columns means the primary key. */
function withReferencedKey(one: Constraint, database: Database): Constraint {
  if (!one.references || one.references.columns.length > 0) return one;
  const target = database.relations.get(one.references.relation);
  const key = [...(target?.constraints.values() ?? [])].find(
    ({ kind }) => kind === 'primary key',
  );
  return {
    ...one,
    references: { ...one.references, columns: key?.columns ?? [] },
  };
}

/** What is unique by fewer columns is unique by more. */
function isImplied(
  { kind, columns }: Constraint,
  before: ReadonlyMap<string, Constraint>,
): boolean {
  if (kind !== 'unique' && kind !== 'primary key') return false;
  return [...before.values()].some(
    one =>
      (one.kind === 'unique' || one.kind === 'primary key') &&
      one.expressions.length === 0 &&
      one.where === null &&
      one.columns.length > 0 &&
      one.columns.every(column => columns.includes(column)),
  );
}

/** Whether it asks only about columns that are new: who does not name them stores NULL, or a value made for it. */
function isOnNew(one: Constraint, old: Relation, now: Relation): boolean {
  const mentioned = mentionedIn(one);
  const isNew = (name: string) =>
    !old.columns.has(name) && now.columns.has(name);
  if (mentioned.length === 0) return false;
  if (one.kind === 'check' || one.kind === 'foreign key')
    return mentioned.every(isNew);
  if (one.notes.length > 0) return false;
  return mentioned.some(name => {
    const column = now.columns.get(name);
    const isMade =
      column?.identity !== null || column.fallback === null
        ? true
        : !('A_Const' in column.fallback);
    return isNew(name) && isMade;
  });
}

function isLooser(now: Constraint, old: Constraint): boolean {
  const [before, after] = [old, now].map(({ expressions }) =>
    valuesIn(expressions[0]),
  );
  return (
    before !== null &&
    after !== null &&
    before.every(value => after.includes(value))
  );
}

function checkActions(
  path: string,
  text: string,
  old: Constraint,
  now: Constraint,
  report: Report,
): void {
  if (!old.references || !now.references) return;
  const words = ({
    onDelete,
    onUpdate,
  }: NonNullable<Constraint['references']>) =>
    `on delete ${onDelete} on update ${onUpdate}`;
  const [before, after] = [words(old.references), words(now.references)];
  if (before === after) return;
  report.state('foreign-key-action-changed', path, {
    before: `${text} ${before}`,
    after: `${text} ${after}`,
    beforePlace: old.place,
    afterPlace: now.place,
  });
}
