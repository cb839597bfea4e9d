import { IndexStmt, Node } from '@pgsql/types';
import { allOf } from '../parser/nodes';
import { relationOf, Step } from './Step';

/** `CREATE UNIQUE INDEX` asks something of rows; other indexes only make queries quick. */
export function createIndex(node: IndexStmt, step: Step): void {
  if (!node.unique) return;
  const relation = relationOf(node.relation, step);
  if (!relation) return;
  const keys = allOf('IndexElem', node.indexParams);
  const columns = keys.flatMap(({ name }) => name ?? []);
  const stem = [relation.name, ...columns, 'idx'].join('_');
  const name = node.idxname ?? stem;
  if (node.if_not_exists && relation.constraints.has(name)) return;
  relation.constraints.set(name, {
    name,
    kind: 'unique',
    columns,
    expressions: keys.flatMap(({ expr }): Node[] => (expr ? [expr] : [])),
    where: node.whereClause ?? null,
    references: null,
    notes: node.nulls_not_distinct ? ['nulls not distinct'] : [],
    place: step.place,
    isIndex: true,
  });
}
