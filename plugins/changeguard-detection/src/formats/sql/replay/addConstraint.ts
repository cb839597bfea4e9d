import { Constraint as Written } from '@pgsql/types';
import { Constraint, Relation } from '../model/Relation';
import { strings } from '../parser/nodes';
import { columnsIn } from '../parser/columnsIn';
import { relationPath, Step } from './Step';

const KINDS: Readonly<Record<string, Constraint['kind']>> = {
  CONSTR_PRIMARY: 'primary key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_CHECK: 'check',
  CONSTR_FOREIGN: 'foreign key',
  CONSTR_EXCLUSION: 'exclusion',
};

const ACTIONS: Readonly<Record<string, string>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
};

/** Adds a constraint; `columns` are those it stands beside. Attributes of another constraint, such as `deferrable`, add nothing. */
export function addConstraint(
  written: Written,
  relation: Relation,
  step: Step,
  columns: readonly string[] = [],
): void {
  if (written.contype === 'CONSTR_NOTNULL') {
    const column = relation.columns.get(strings(written.keys)[0]);
    if (column) column.notNull = true;
    return;
  }
  const kind = KINDS[written.contype ?? ''];
  if (!kind || written.is_enforced === false) return;
  if (written.indexname) {
    adoptIndex(kind, written, relation);
    return;
  }
  const constraint = newConstraint(kind, written, relation, step, columns);
  relation.constraints.set(constraint.name, constraint);
  if (kind === 'primary key') forbidNull(constraint, relation);
}

/** A primary key's columns take no NULL. */
function forbidNull({ columns }: Constraint, relation: Relation): void {
  for (const name of columns) {
    const column = relation.columns.get(name);
    if (column) column.notNull = true;
  }
}

/** `ADD PRIMARY KEY USING INDEX` makes a constraint of an index. */
function adoptIndex(
  kind: Constraint['kind'],
  written: Written,
  relation: Relation,
): void {
  const index = relation.constraints.get(written.indexname ?? '');
  if (!index) return;
  relation.constraints.delete(index.name);
  const name = written.conname ?? index.name;
  const constraint = { ...index, kind, name, isIndex: false };
  relation.constraints.set(name, constraint);
  if (kind === 'primary key') forbidNull(constraint, relation);
}

function newConstraint(
  kind: Constraint['kind'],
  written: Written,
  relation: Relation,
  step: Step,
  beside: readonly string[],
): Constraint {
  const { raw_expr: expression, where_clause: where } = written;
  const columns = {
    'primary key': () => keysOf(written, beside),
    unique: () => keysOf(written, beside),
    check: () => columnsIn(expression),
    'foreign key': () =>
      written.fk_attrs ? strings(written.fk_attrs) : [...beside],
    exclusion: () => [],
  }[kind]();
  return {
    name: written.conname ?? nameFor(kind, columns, relation),
    kind,
    columns,
    expressions: [
      ...(expression ? [expression] : []),
      ...(written.exclusions ?? []),
    ],
    where: where ?? null,
    references:
      kind === 'foreign key'
        ? {
            relation: relationPath(written.pktable, step),
            columns: strings(written.pk_attrs),
            onUpdate: ACTIONS[written.fk_upd_action ?? 'a'],
            onDelete: ACTIONS[written.fk_del_action ?? 'a'],
          }
        : null,
    notes: written.nulls_not_distinct ? ['nulls not distinct'] : [],
    place: step.place,
    isIndex: false,
  };
}

function keysOf({ keys }: Written, beside: readonly string[]): string[] {
  return keys ? strings(keys) : [...beside];
}

const SUFFIXES: Readonly<Record<Constraint['kind'], string>> = {
  'primary key': 'pkey',
  unique: 'key',
  check: 'check',
  'foreign key': 'fkey',
  exclusion: 'excl',
};

/** The name that PostgreSQL would give, by which a later statement drops it. */
function nameFor(
  kind: Constraint['kind'],
  columns: readonly string[],
  { name, constraints }: Relation,
): string {
  const shown =
    kind === 'primary key' || (kind === 'check' && columns.length !== 1)
      ? []
      : columns;
  const stem = [name, ...shown, SUFFIXES[kind]].join('_');
  let chosen = stem;
  for (let count = 1; constraints.has(chosen); count += 1) {
    chosen = `${stem}${count}`;
  }
  return chosen;
}
