import { GrantStmt, Node } from '@pgsql/types';
import { pathOf } from '../model/names';
import { allOf, as, strings } from '../parser/nodes';
import { roleNames } from './createPolicy';
import { routinesNamed } from './dropRoutine';
import { relationPath, Step } from './Step';
import { sequencePath } from './createSequence';

/** What `ALL` stands for where it matters to readers and writers. */
const EVERYTHING: Readonly<Record<string, readonly string[]>> = {
  OBJECT_TABLE: ['select', 'insert', 'update', 'delete', 'truncate'],
  OBJECT_SEQUENCE: ['usage', 'select', 'update'],
  OBJECT_FUNCTION: ['execute'],
  OBJECT_PROCEDURE: ['execute'],
  OBJECT_ROUTINE: ['execute'],
  OBJECT_SCHEMA: ['usage', 'create'],
};

/** `GRANT` and `REVOKE` on tables, sequences, routines and schemas. */
export function grant(node: GrantStmt, step: Step): void {
  const privileges = privilegesOf(node);
  for (const object of objectsOf(node, step)) {
    for (const role of roleNames(node.grantees)) {
      for (const privilege of privileges) {
        const key = `${privilege} on ${object} to ${role}`;
        const { grants } = step.database;
        if (node.is_grant)
          grants.set(key, { privilege, object, role, place: step.place });
        else grants.delete(key);
      }
    }
  }
}

function privilegesOf({ privileges, objtype }: GrantStmt): string[] {
  const named = allOf('AccessPriv', privileges);
  if (named.length === 0) return [...(EVERYTHING[objtype ?? ''] ?? [])];
  return named.flatMap(({ priv_name: name = '', cols }) => {
    const columns = strings(cols);
    return columns.length === 0
      ? [name]
      : columns.map(column => `${name} (${column})`);
  });
}

function objectsOf(node: GrantStmt, step: Step): string[] {
  const { database } = step;
  const objects = node.objects ?? [];
  if (node.targtype === 'ACL_TARGET_ALL_IN_SCHEMA') {
    return strings(objects).flatMap(schema => within(schema, node, step));
  }
  return objects.flatMap((object: Node) => {
    const range = as('RangeVar', object);
    if (range) {
      return node.objtype === 'OBJECT_SEQUENCE'
        ? sequencePath(range, step)
        : relationPath(range, step);
    }
    const routine = as('ObjectWithArgs', object);
    if (routine) return routinesNamed(routine, database);
    const name = as('String', object)?.sval;
    return name === undefined ? [] : [pathOf(name)];
  });
}

function within(schema: string, { objtype }: GrantStmt, { database }: Step) {
  let among: ReadonlyMap<string, { schema: string }> = database.routines;
  if (objtype === 'OBJECT_TABLE') among = database.relations;
  if (objtype === 'OBJECT_SEQUENCE') among = database.sequences;
  return [...among]
    .filter(([, one]) => one.schema === schema)
    .map(([path]) => path);
}
