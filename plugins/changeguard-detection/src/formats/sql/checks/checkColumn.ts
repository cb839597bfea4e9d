import { sameType, typeText } from '../model/ColumnType';
import { Column } from '../model/Relation';
import { wordingOf } from '../parser/wording';
import { compareTypes } from '../types/compareTypes';
import { resolveType } from '../types/ResolvedType';
import { Context } from './Context';
import { checkAnnouncement } from './deprecation';
import { Statement } from './Report';
import { fallbackText } from './wording';

/** Both sides, where facts go, and whether nobody writes to the column. */
export interface ColumnContext extends Context {
  isReadOnly: boolean;
}

/** One column on both sides; also an attribute of a composite type, and what a domain holds. */
export function checkColumn(
  path: string,
  old: Column,
  now: Column,
  context: ColumnContext,
): void {
  const state = (rule: string, said: Statement = {}) =>
    context.report.state(rule, path, {
      beforePlace: old.place,
      afterPlace: now.place,
      ...said,
    });
  checkType(old, now, context, state);
  if (old.collation !== now.collation) {
    state('column-collation-changed', {
      before: old.collation,
      after: now.collation,
    });
  }
  checkAnnouncement(context.report, path, old, now);
  if (context.isReadOnly) return;
  if (!old.notNull && now.notNull) state('column-became-not-null');
  if (old.notNull && !now.notNull) state('column-became-nullable');
  checkGeneration(old, now, state);
  checkFallback(old, now, state);
}

type State = (rule: string, said?: Statement) => void;

function checkType(
  old: Column,
  now: Column,
  { base, revision, isReadOnly }: ColumnContext,
  state: State,
): void {
  if (!old.type || !now.type || sameType(old.type, now.type)) return;
  const said = { before: typeText(old.type), after: typeText(now.type) };
  const { writers, readers } = compareTypes(
    resolveType(old.type, base),
    resolveType(now.type, revision),
  );
  const breaksWriters = !isReadOnly && writers === 'none';
  if (breaksWriters && readers === 'other') {
    state('column-type-changed', said);
    return;
  }
  if (breaksWriters) state('column-type-changed', { ...said, side: 'writer' });
  if (!isReadOnly && writers === 'some') state('column-type-narrowed', said);
  if (readers === 'other')
    state('column-type-changed', { ...said, side: 'reader' });
  if (readers === 'wider') state('column-type-widened', said);
  if (readers === 'longer') state('column-size-raised', said);
  if (readers === 'same' && (isReadOnly || writers === 'all'))
    state('column-type-changed-safely', said);
}

function checkGeneration(old: Column, now: Column, state: State): void {
  const [before, after] = [old, now].map(({ generated }) =>
    generated ? wordingOf(generated) : null,
  );
  const said = { before, after };
  if (before === null && after !== null) state('column-became-generated', said);
  else if (before !== null && after === null)
    state('column-no-longer-generated', said);
  else if (before !== after) state('column-expression-changed', said);
  const identities = { before: old.identity, after: now.identity };
  if (old.identity !== 'always' && now.identity === 'always')
    state('identity-became-always', identities);
  if (old.identity === 'always' && now.identity === 'by default')
    state('identity-became-by-default', identities);
}

function checkFallback(old: Column, now: Column, state: State): void {
  // What a generated column stores when nothing is named is told with its generation.
  if (old.generated || now.generated) return;
  const [before, after] = [old, now].map(column =>
    column.identity ? 'nextval()' : fallbackText(column),
  );
  if (before === after) return;
  const said = { before, after };
  if (before === null) state('column-default-added', said);
  else if (after !== null) state('column-default-changed', said);
  else if (now.notNull) state('required-column-default-removed', said);
  else state('column-default-removed', said);
}
