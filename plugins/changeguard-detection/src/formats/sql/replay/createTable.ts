import { CreateStmt } from '@pgsql/types';
import { pathOf } from '../model/names';
import { Relation } from '../model/Relation';
import { allOf, as, NodeOf, strings } from '../parser/nodes';
import { wordingOf } from '../parser/wording';
import { addColumn } from './addColumn';
import { addConstraint } from './addConstraint';
import { boundsOf } from './boundsOf';
import { copyLike } from './copyLike';
import { inheritFrom } from './inheritFrom';
import { leaveGap, relationPath, Step } from './Step';
import { typeOf } from './typeOf';

/** `CREATE TABLE`, also `PARTITION OF`, `INHERITS`, `LIKE` and `OF`. */
export function createTable(node: CreateStmt, step: Step): void {
  const relation = newRelation('table', node.relation, step);
  const path = pathOf(relation.schema, relation.name);
  if (node.if_not_exists && step.database.relations.has(path)) return;
  step.database.relations.set(path, relation);
  for (const parent of allOf('RangeVar', node.inhRelations)) {
    inheritFrom(relationPath(parent, step), relation, step);
  }
  if (node.partbound) {
    relation.partitionOf = {
      parent: relation.parents[0],
      bounds: boundsOf(node.partbound),
    };
  }
  relation.partitionedBy = partitioningOf(node);
  if (node.ofTypename) copyComposite(node, relation, step);
  const elements = node.tableElts ?? [];
  for (const element of elements) {
    const column = as('ColumnDef', element);
    if (column) addColumn(column, relation, step);
    const like = as('TableLikeClause', element);
    if (like) copyLike(like, relation, step);
  }
  for (const one of [
    ...allOf('Constraint', elements),
    ...allOf('Constraint', node.constraints),
  ]) {
    addConstraint(one, relation, step);
  }
}

/** `CREATE FOREIGN TABLE`. */
export function createForeignTable(
  node: NodeOf<'CreateForeignTableStmt'>,
  step: Step,
): void {
  if (!node.base) return;
  createTable(node.base, step);
  const made = step.database.relations.get(
    relationPath(node.base.relation, step),
  );
  if (made) made.kind = 'foreign table';
}

/** An empty relation where a statement makes it. */
export function newRelation(
  kind: Relation['kind'],
  range: CreateStmt['relation'],
  step: Step,
): Relation {
  const isTemporary = range?.relpersistence === 't';
  return {
    kind,
    schema: isTemporary ? 'pg_temp' : range?.schemaname ?? step.database.home,
    name: range?.relname ?? '',
    columns: new Map(),
    constraints: new Map(),
    policies: new Map(),
    triggers: new Map(),
    rowSecurity: false,
    isUnlogged: range?.relpersistence === 'u',
    partitionedBy: null,
    partitionOf: null,
    parents: [],
    query: null,
    reads: [],
    comment: null,
    place: step.place,
    formerly: [],
  };
}

function partitioningOf({ partspec }: CreateStmt): string | null {
  if (!partspec) return null;
  const strategy = (partspec.strategy ?? '').replace('PARTITION_STRATEGY_', '');
  const keys = allOf('PartitionElem', partspec.partParams).map(
    ({ name, expr }) => name ?? wordingOf(expr),
  );
  return `${strategy.toLowerCase()} (${keys.join(', ')})`;
}

function copyComposite(
  { ofTypename }: CreateStmt,
  relation: Relation,
  step: Step,
): void {
  const { name } = typeOf(ofTypename, step.database);
  const type = step.database.types.get(name);
  if (type?.kind !== 'composite') {
    leaveGap(
      step,
      `a table of the type ${strings(ofTypename?.names).join(
        '.',
      )}, which the text does not create`,
    );
    return;
  }
  for (const column of type.columns.values()) {
    relation.columns.set(column.name, { ...column, place: step.place });
  }
}
