import { Database } from '../model/Database';
import { pathOf } from '../model/names';
import { signatureOf } from '../model/Routine';

/** The part of a path that changes. */
type Change = { name: string } | { schema: string };

/** Gives a relation another name or schema, and all that points to it with it. */
export function moveRelation(
  from: string,
  change: Change,
  database: Database,
): void {
  const relation = database.relations.get(from);
  if (!relation) return;
  database.relations.delete(from);
  Object.assign(relation, change);
  const to = pathOf(relation.schema, relation.name);
  relation.formerly.push(from);
  database.relations.set(to, relation);
  if (database.parents.has(from)) database.parents.add(to);
  const moved = (path: string) => (path === from ? to : path);
  for (const one of database.relations.values()) {
    one.parents = one.parents.map(moved);
    one.reads = one.reads.map(moved);
    if (one.partitionOf) one.partitionOf.parent = moved(one.partitionOf.parent);
    for (const { references } of one.constraints.values()) {
      if (references) references.relation = moved(references.relation);
    }
  }
  for (const sequence of database.sequences.values()) {
    if (sequence.ownedBy?.startsWith(`${from}.`))
      sequence.ownedBy = to + sequence.ownedBy.slice(from.length);
  }
  for (const [key, one] of database.grants) {
    if (one.object !== from) continue;
    database.grants.delete(key);
    const { privilege, role } = one;
    database.grants.set(`${privilege} on ${to} to ${role}`, {
      ...one,
      object: to,
    });
  }
}

/** Gives a type another name or schema, also where columns hold it. */
export function moveType(
  from: string,
  change: Change,
  database: Database,
): void {
  const type = database.types.get(from);
  if (!type) return;
  database.types.delete(from);
  Object.assign(type, change);
  const to = pathOf(type.schema, type.name);
  type.formerly.push(from);
  database.types.set(to, type);
  for (const { columns } of database.relations.values()) {
    for (const column of columns.values()) {
      if (column.type?.name === from)
        column.type = { ...column.type, name: to };
    }
  }
}

/** Gives a sequence another name or schema. */
export function moveSequence(
  from: string,
  change: Change,
  database: Database,
): void {
  const sequence = database.sequences.get(from);
  if (!sequence) return;
  database.sequences.delete(from);
  Object.assign(sequence, change);
  database.sequences.set(pathOf(sequence.schema, sequence.name), sequence);
}

/** Gives a routine another name or schema. */
export function moveRoutine(
  from: string,
  change: Change,
  database: Database,
): void {
  const routine = database.routines.get(from);
  if (!routine) return;
  database.routines.delete(from);
  Object.assign(routine, change);
  const path = pathOf(routine.schema, routine.name);
  database.routines.set(signatureOf(routine, path), routine);
}
