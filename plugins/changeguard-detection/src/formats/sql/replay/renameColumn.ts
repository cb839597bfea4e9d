import { Relation } from '../model/Relation';
import { renamedIn } from '../parser/columnsIn';

/** Gives a column another name, wherever the relation mentions it. */
export function renameColumn(
  relation: Relation,
  from: string,
  to: string,
): void {
  const columns = [...relation.columns.values()].map(column => ({
    ...column,
    ...(column.name === from && {
      name: to,
      formerly: [...column.formerly, from],
    }),
    generated: renamedIn(column.generated, from, to),
  }));
  relation.columns = new Map(columns.map(column => [column.name, column]));
  for (const constraint of relation.constraints.values()) {
    constraint.columns = constraint.columns.map(name =>
      name === from ? to : name,
    );
    constraint.expressions = constraint.expressions.map(one =>
      renamedIn(one, from, to),
    );
    constraint.where = renamedIn(constraint.where, from, to);
  }
}
