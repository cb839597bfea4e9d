import { Node } from '@pgsql/types';
import { pathOf } from '../model/names';
import { kindOf, NodeKind, NodeOf } from '../parser/nodes';
import { alterDomain, alterEnum } from './alterType';
import { alterTable } from './alterTable';
import { comment } from './comment';
import { createIndex } from './createIndex';
import { alterPolicy, createPolicy } from './createPolicy';
import { createAggregate, createRoutine } from './createRoutine';
import { alterSequence, createSequence } from './createSequence';
import { createForeignTable, createTable } from './createTable';
import { createTrigger } from './createTrigger';
import {
  createComposite,
  createDomain,
  createEnum,
  createOther,
} from './createType';
import { createTableAs, createView, selectInto } from './createView';
import { drop, dropDatabase } from './drop';
import { grant } from './grant';
import { HARMLESS } from './harmless';
import { rename, setSchema } from './rename';
import { callSetConfig, setSearchPath } from './setSearchPath';
import { Follow, leaveGap, Step } from './Step';
import { wordsFor } from './wordsFor';

const FOLLOWED: { [K in NodeKind]?: Follow<K> } = {
  AlterDomainStmt: alterDomain,
  AlterEnumStmt: alterEnum,
  AlterObjectSchemaStmt: setSchema,
  AlterPolicyStmt: alterPolicy,
  AlterSeqStmt: alterSequence,
  AlterTableStmt: alterTable,
  CommentStmt: comment,
  CompositeTypeStmt: createComposite,
  CreateDomainStmt: createDomain,
  CreateEnumStmt: createEnum,
  CreateExtensionStmt: ({ extname = '' }, { database, place }) => {
    database.extensions.set(pathOf(extname), place);
  },
  CreateForeignTableStmt: createForeignTable,
  CreateFunctionStmt: createRoutine,
  CreatePolicyStmt: createPolicy,
  CreateRangeStmt: (node, step) =>
    createOther(node.typeName, { CreateRangeStmt: node }, step),
  CreateSchemaStmt: (node, step) => {
    const { database, place } = step;
    const name = node.schemaname ?? node.authrole?.rolename ?? '';
    database.schemas.set(pathOf(name), place);
    const outer = database.searchPath;
    database.searchPath = [name, ...outer];
    for (const element of node.schemaElts ?? []) follow(element, step);
    database.searchPath = outer;
  },
  CreateSeqStmt: createSequence,
  CreateStmt: createTable,
  CreateTableAsStmt: createTableAs,
  CreateTrigStmt: createTrigger,
  DefineStmt: (node, step) => {
    if (node.kind === 'OBJECT_AGGREGATE') createAggregate(node, step);
    else if (node.kind === 'OBJECT_TYPE')
      createOther(node.defnames, { DefineStmt: node }, step);
    else if (node.kind !== 'OBJECT_COLLATION')
      leaveGap(step, `CREATE ${wordsFor(node.kind ?? '')}`);
  },
  DropStmt: drop,
  DropdbStmt: dropDatabase,
  GrantStmt: grant,
  IndexStmt: createIndex,
  RenameStmt: rename,
  SelectStmt: (node, step) => {
    callSetConfig(node, step);
    selectInto(node, step);
  },
  VariableSetStmt: setSearchPath,
  ViewStmt: createView,
};

/** Does what a statement does; one that is not known leaves a gap, never nothing. */
export function follow(node: Node, step: Step): void {
  const kind = kindOf(node);
  if (HARMLESS.has(kind)) return;
  const act = FOLLOWED[kind] as Follow<NodeKind> | undefined;
  if (act) act((node as Record<NodeKind, NodeOf<NodeKind>>)[kind], step);
  else leaveGap(step, wordsFor(kind));
}
