import { Database } from '../model/Database';
import { pathOf } from '../model/names';
import { Relation } from '../model/Relation';
import { columnsIn } from '../parser/columnsIn';
import { dropRelation } from './dropRelation';

/** Takes a column away with what PostgreSQL takes away with it. */
export function dropColumn(
  relation: Relation,
  name: string,
  database: Database,
  cascades: boolean,
): void {
  relation.columns.delete(name);
  for (const constraint of relation.constraints.values()) {
    const mentioned = [
      ...constraint.columns,
      ...constraint.expressions.flatMap(columnsIn),
      ...columnsIn(constraint.where ?? undefined),
    ];
    if (mentioned.includes(name)) relation.constraints.delete(constraint.name);
  }
  const own = pathOf(relation.schema, relation.name);
  for (const [path, { ownedBy }] of database.sequences) {
    if (ownedBy === pathOf(relation.schema, relation.name, name))
      database.sequences.delete(path);
  }
  if (!cascades) return;
  for (const [path, { query, reads }] of database.relations) {
    if (reads.includes(own) && columnsIn(query ?? undefined).includes(name))
      dropRelation(path, database, true);
  }
}
