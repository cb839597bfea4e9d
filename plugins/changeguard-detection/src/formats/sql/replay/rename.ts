import { RenameStmt } from '@pgsql/types';
import { pathOf } from '../model/names';
import { Relation } from '../model/Relation';
import { as, NodeOf, strings } from '../parser/nodes';
import { familyOf } from './inheritFrom';
import { moveRelation, moveRoutine, moveSequence, moveType } from './move';
import { renameColumn } from './renameColumn';
import { routinesNamed } from './dropRoutine';
import { sequencePath } from './createSequence';
import { leaveGap, relationOf, relationPath, Step } from './Step';
import { wordsFor } from './wordsFor';

const RELATIONS = /^OBJECT_((FOREIGN_)?TABLE|VIEW|MATVIEW)$/;

/** `ALTER … RENAME`. */
export function rename(node: RenameStmt, step: Step): void {
  const { database } = step;
  const { renameType = '', subname = '', newname = '' } = node;
  if (renameType === 'OBJECT_COLUMN' || renameType === 'OBJECT_ATTRIBUTE') {
    const relation = relationOf(node.relation, step, node.missing_ok);
    if (!relation) return;
    for (const member of familyOf(relation, database))
      renameColumn(member, subname, newname);
  } else if (renameType === 'OBJECT_TABCONSTRAINT') {
    renameIn(
      relationOf(node.relation, step, node.missing_ok),
      subname,
      newname,
    );
  } else if (renameType === 'OBJECT_INDEX') {
    for (const relation of database.relations.values())
      renameIn(relation, node.relation?.relname ?? '', newname);
  } else if (renameType === 'OBJECT_SEQUENCE') {
    moveSequence(
      sequencePath(node.relation, step),
      { name: newname },
      database,
    );
  } else if (RELATIONS.test(renameType)) {
    if (!relationOf(node.relation, step, node.missing_ok)) return;
    moveRelation(
      relationPath(node.relation, step),
      { name: newname },
      database,
    );
  } else if (renameType === 'OBJECT_TYPE' || renameType === 'OBJECT_DOMAIN') {
    const names = strings(as('List', node.object)?.items);
    moveType(database.resolve('types', names), { name: newname }, database);
  } else {
    renameOther(node, step);
  }
}

function renameOther(node: RenameStmt, step: Step): void {
  const { renameType = '', subname = '', newname = '' } = node;
  const routine = as('ObjectWithArgs', node.object);
  if (routine) {
    for (const key of routinesNamed(routine, step.database))
      moveRoutine(key, { name: newname }, step.database);
  } else if (
    renameType === 'OBJECT_TRIGGER' ||
    renameType === 'OBJECT_POLICY'
  ) {
    const relation = relationOf(node.relation, step, node.missing_ok);
    const among =
      renameType === 'OBJECT_TRIGGER' ? relation?.triggers : relation?.policies;
    rekey<{ name: string }>(among, subname, newname);
  } else if (
    renameType !== 'OBJECT_ROLE' &&
    renameType !== 'OBJECT_DOMCONSTRAINT'
  ) {
    leaveGap(step, `RENAME of ${wordsFor(renameType)}`);
  }
}

/** `ALTER … SET SCHEMA`. */
export function setSchema(
  node: NodeOf<'AlterObjectSchemaStmt'>,
  step: Step,
): void {
  const { database } = step;
  const { objectType = '', newschema: schema = '' } = node;
  const names = strings(as('List', node.object)?.items);
  const routine = as('ObjectWithArgs', node.object);
  if (routine) {
    for (const key of routinesNamed(routine, database))
      moveRoutine(key, { schema }, database);
  } else if (RELATIONS.test(objectType)) {
    if (relationOf(node.relation, step, node.missing_ok))
      moveRelation(relationPath(node.relation, step), { schema }, database);
  } else if (objectType === 'OBJECT_SEQUENCE') {
    moveSequence(sequencePath(node.relation, step), { schema }, database);
  } else if (objectType === 'OBJECT_TYPE' || objectType === 'OBJECT_DOMAIN') {
    moveType(database.resolve('types', names), { schema }, database);
  } else if (objectType !== 'OBJECT_EXTENSION') {
    leaveGap(step, `${wordsFor(objectType)} … SET SCHEMA ${pathOf(schema)}`);
  }
}

function renameIn(
  relation: Relation | undefined,
  from: string,
  to: string,
): void {
  rekey(relation?.constraints, from, to);
}

function rekey<T extends { name: string }>(
  among: Map<string, T> | undefined,
  from: string,
  to: string,
): void {
  const one = among?.get(from);
  if (!one) return;
  among?.delete(from);
  among?.set(to, { ...one, name: to });
}
