import { CreateTableAsStmt, RangeVar, ViewStmt } from '@pgsql/types';
import { pathOf } from '../model/names';
import { Relation } from '../model/Relation';
import { visit } from '../parser/columnsIn';
import { as, NodeOf, strings } from '../parser/nodes';
import { newRelation } from './createTable';
import { relationPath, Step } from './Step';
import { selectedColumns } from './selectedColumns';

/** `CREATE VIEW`; where one is replaced, what is attached to it stays. */
export function createView(node: ViewStmt, step: Step): void {
  const old = step.database.relations.get(relationPath(node.view, step));
  const view = select('view', node.view, node.query, node.aliases, step);
  if (!node.replace || old?.kind !== 'view') return;
  view.triggers = old.triggers;
  view.comment = old.comment;
}

/** `CREATE TABLE … AS` and `CREATE MATERIALIZED VIEW`. */
export function createTableAs(node: CreateTableAsStmt, step: Step): void {
  const isView = node.objtype === 'OBJECT_MATVIEW';
  const { rel, colNames } = node.into ?? {};
  const path = relationPath(rel, step);
  if (node.if_not_exists && step.database.relations.has(path)) return;
  const kind = isView ? 'materialized view' : 'table';
  select(kind, rel, node.query, colNames, step);
}

/** `SELECT … INTO`. */
export function selectInto(node: NodeOf<'SelectStmt'>, step: Step): void {
  const { rel, colNames } = node.intoClause ?? {};
  if (rel) select('table', rel, { SelectStmt: node }, colNames, step);
}

function select(
  kind: Relation['kind'],
  range: RangeVar | undefined,
  query: ViewStmt['query'],
  aliases: ViewStmt['aliases'],
  step: Step,
): Relation {
  const view = newRelation(kind, range, step);
  const path = pathOf(view.schema, view.name);
  view.query = kind === 'table' ? null : query ?? null;
  view.reads = kind === 'table' ? [] : readsOf(query, step);
  view.columns = selectedColumns(query, strings(aliases), path, step);
  step.database.relations.set(path, view);
  return view;
}

function readsOf(query: ViewStmt['query'], step: Step): string[] {
  const found = new Set<string>();
  visit(query, node => {
    const range = as('RangeVar', node);
    if (range) found.add(relationPath(range, step));
  });
  return [...found];
}
