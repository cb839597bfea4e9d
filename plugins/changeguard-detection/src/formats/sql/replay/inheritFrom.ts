import { Database } from '../model/Database';
import { pathOf } from '../model/names';
import { Relation } from '../model/Relation';
import { leaveGap, Step } from './Step';

/** Gives a table the columns of a parent. What a parent asks of its rows is told with the parent, and not copied. */
export function inheritFrom(
  parentPath: string,
  relation: Relation,
  step: Step,
): void {
  relation.parents.push(parentPath);
  step.database.parents.add(parentPath);
  const parent = step.database.relations.get(parentPath);
  if (!parent) {
    leaveGap(step, `a child of ${parentPath}, which the text does not create`);
    return;
  }
  for (const column of parent.columns.values()) {
    if (relation.columns.has(column.name)) continue;
    relation.columns.set(column.name, {
      ...column,
      place: relation.place,
      isInherited: true,
    });
  }
}

/** A table and whatever inherits from it, near and far. */
export function familyOf(relation: Relation, database: Database): Relation[] {
  const family = new Set([relation]);
  for (const member of family) {
    const path = pathOf(member.schema, member.name);
    if (!database.parents.has(path)) continue;
    for (const one of database.relations.values()) {
      if (one.parents.includes(path)) family.add(one);
    }
  }
  return [...family];
}
