import { TableLikeClause } from '@pgsql/types';
import { Relation } from '../model/Relation';
import { relationOf, Step } from './Step';

/** What `LIKE … INCLUDING` may ask for, as PostgreSQL's parser numbers it. */
const INCLUDING = {
  comments: 1,
  constraints: 4,
  defaults: 8,
  generated: 16,
  identity: 32,
  indexes: 64,
};

/** Copies the columns of another table, and what is included with them. */
export function copyLike(
  { relation: range, options = 0 }: TableLikeClause,
  relation: Relation,
  step: Step,
): void {
  const model = relationOf(range, step);
  if (!model) return;
  const asks = (what: keyof typeof INCLUDING) =>
    (options & INCLUDING[what]) !== 0;
  for (const column of model.columns.values()) {
    relation.columns.set(column.name, {
      ...column,
      fallback: asks('defaults') ? column.fallback : null,
      identity: asks('identity') ? column.identity : null,
      generated: asks('generated') ? column.generated : null,
      comment: asks('comments') ? column.comment : null,
      place: step.place,
      formerly: [],
      isInherited: false,
    });
  }
  for (const constraint of model.constraints.values()) {
    const isCopied =
      constraint.kind === 'check'
        ? asks('constraints')
        : constraint.kind !== 'foreign key' && asks('indexes');
    if (isCopied) {
      const name = constraint.name.replace(model.name, relation.name);
      relation.constraints.set(name, { ...constraint, name });
    }
  }
}
