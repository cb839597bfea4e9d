import { DropStmt, Node, ObjectType } from '@pgsql/types';
import { pathOf } from '../model/names';
import { Relation } from '../model/Relation';
import { as, NodeOf, strings } from '../parser/nodes';
import { wordsFor } from './wordsFor';
import { dropRelation } from './dropRelation';
import { dropRoutine } from './dropRoutine';
import { dropType } from './dropType';
import { leaveGap, Step } from './Step';

type Drop = (object: Node, step: Step, cascades: boolean) => boolean;

const dropsRelation: Drop = (object, { database }, cascades) => {
  const path = database.resolve('relations', namesOf(object));
  const isKnown = database.relations.has(path);
  dropRelation(path, database, cascades);
  return isKnown;
};

const dropsType: Drop = (object, { database }, cascades) => {
  const path = database.resolve('types', namesOf(object));
  const isKnown = database.types.has(path);
  dropType(path, database, cascades);
  return isKnown;
};

const dropsRoutine: Drop = (object, { database }) =>
  dropRoutine(as('ObjectWithArgs', object), database);

const DROPS: Partial<Record<ObjectType, Drop>> = {
  OBJECT_TABLE: dropsRelation,
  OBJECT_FOREIGN_TABLE: dropsRelation,
  OBJECT_VIEW: dropsRelation,
  OBJECT_MATVIEW: dropsRelation,
  OBJECT_TYPE: dropsType,
  OBJECT_DOMAIN: dropsType,
  OBJECT_FUNCTION: dropsRoutine,
  OBJECT_PROCEDURE: dropsRoutine,
  OBJECT_AGGREGATE: dropsRoutine,
  OBJECT_ROUTINE: dropsRoutine,
  OBJECT_SEQUENCE: (object, { database }) =>
    database.sequences.delete(database.resolve('sequences', namesOf(object))),
  OBJECT_INDEX: (object, { database }) => {
    const name = namesOf(object).at(-1) ?? '';
    for (const { constraints } of database.relations.values()) {
      if (constraints.get(name)?.isIndex) constraints.delete(name);
    }
    // Other indexes are not kept, so nobody knows whether there was one.
    return true;
  },
  OBJECT_SCHEMA: (object, step, cascades) => {
    const [schema = ''] = namesOf(object);
    if (cascades) dropWithin(schema, step);
    return step.database.schemas.delete(pathOf(schema));
  },
  OBJECT_EXTENSION: (object, { database }) =>
    database.extensions.delete(pathOf(...namesOf(object))),
  OBJECT_TRIGGER: (object, step) => dropOn('triggers', object, step),
  OBJECT_POLICY: (object, step) => dropOn('policies', object, step),
};

/** `DROP` of anything. */
export function drop(node: DropStmt, step: Step): void {
  const type = node.removeType ?? 'OBJECT_TABLE';
  const act = DROPS[type];
  for (const object of node.objects ?? []) {
    if (!act) {
      leaveGap(step, `DROP ${wordsFor(type)}`);
      continue;
    }
    const isKnown = act(object, step, node.behavior === 'DROP_CASCADE');
    if (!isKnown && !node.missing_ok) {
      const path = pathOf(...namesOf(object));
      leaveGap(step, `DROP of ${path}, which the text does not create`);
    }
  }
}

/** `DROP DATABASE`, `DROP OWNED` and their like leave nothing to compare. */
export function dropDatabase(
  { dbname = '' }: NodeOf<'DropdbStmt'>,
  step: Step,
): void {
  leaveGap(step, `DROP DATABASE of ${pathOf(dbname)}`);
}

function namesOf(object: Node): string[] {
  const single = as('String', object)?.sval;
  if (single !== undefined) return [single];
  const items = as('List', object)?.items;
  if (items) return strings(items);
  return strings(
    as('TypeName', object)?.names ?? as('ObjectWithArgs', object)?.objname,
  );
}

function dropOn(
  what: 'triggers' | 'policies',
  object: Node,
  { database }: Step,
): boolean {
  const names = namesOf(object);
  const path = database.resolve('relations', names.slice(0, -1));
  const relation: Relation | undefined = database.relations.get(path);
  return relation?.[what].delete(names.at(-1) ?? '') ?? false;
}

function dropWithin(schema: string, { database }: Step): void {
  for (const [path, relation] of database.relations) {
    if (relation.schema === schema) dropRelation(path, database, true);
  }
  for (const [path, type] of database.types) {
    if (type.schema === schema) dropType(path, database, true);
  }
  for (const named of [database.routines, database.sequences]) {
    for (const [path, one] of named) {
      if (one.schema === schema) named.delete(path);
    }
  }
}
