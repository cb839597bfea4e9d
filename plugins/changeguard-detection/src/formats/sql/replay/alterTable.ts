import { AlterTableCmd, AlterTableStmt, AlterTableType } from '@pgsql/types';
import { pathOf } from '../model/names';
import { Relation } from '../model/Relation';
import { allOf, as } from '../parser/nodes';
import { addColumn, newColumn } from './addColumn';
import { addConstraint } from './addConstraint';
import { alterComposite } from './alterComposite';
import { boundsOf } from './boundsOf';
import { dropColumn } from './dropColumn';
import { familyOf, inheritFrom } from './inheritFrom';
import { leaveGap, relationOf, relationPath, Step } from './Step';

type Command = (command: AlterTableCmd, relation: Relation, step: Step) => void;

/** Commands that change neither what may be read nor what may be written. */
const HARMLESS: ReadonlySet<AlterTableType> = new Set<AlterTableType>([
  'AT_ValidateConstraint',
  'AT_SetStatistics',
  'AT_SetStorage',
  'AT_SetCompression',
  'AT_SetOptions',
  'AT_ResetOptions',
  'AT_ClusterOn',
  'AT_DropCluster',
  'AT_ChangeOwner',
  'AT_SetTableSpace',
  'AT_SetAccessMethod',
  'AT_SetRelOptions',
  'AT_ResetRelOptions',
  'AT_ReplaceRelOptions',
  'AT_ReplicaIdentity',
  'AT_ForceRowSecurity',
  'AT_NoForceRowSecurity',
  'AT_SetIdentity',
  'AT_AlterConstraint',
  'AT_DetachPartitionFinalize',
]);

const COMMANDS: Partial<Record<AlterTableType, Command>> = {
  AT_AddColumn: (command, relation, step) => {
    const definition = as('ColumnDef', command.def);
    if (!definition) return;
    const name = definition.colname ?? '';
    if (command.missing_ok && relation.columns.has(name)) return;
    addColumn(definition, relation, step);
    for (const heir of familyOf(relation, step.database).slice(1)) {
      const column = relation.columns.get(name)!;
      if (!heir.columns.has(name))
        heir.columns.set(name, { ...column, isInherited: true });
    }
  },
  AT_DropColumn: ({ name = '', behavior }, relation, step) => {
    for (const member of familyOf(relation, step.database)) {
      if (member !== relation && !member.columns.get(name)?.isInherited)
        continue;
      dropColumn(member, name, step.database, behavior === 'DROP_CASCADE');
    }
  },
  AT_AlterColumnType: (command, relation, step) => {
    const definition = as('ColumnDef', command.def);
    if (!definition) return;
    const { type, collation } = newColumn(definition, step);
    onColumn(command, relation, step, column => {
      Object.assign(column, { type, collation, place: step.place });
    });
  },
  AT_ColumnDefault: (command, relation, step) =>
    onColumn(command, relation, step, column => {
      column.fallback = command.def ?? null;
    }),
  AT_SetNotNull: (command, relation, step) =>
    onColumn(command, relation, step, column => {
      column.notNull = true;
    }),
  AT_DropNotNull: (command, relation, step) =>
    onColumn(command, relation, step, column => {
      column.notNull = false;
    }),
  AT_AddIdentity: (command, relation, step) =>
    onColumn(command, relation, step, column => {
      const when = as('Constraint', command.def)?.generated_when;
      column.identity = when === 'a' ? 'always' : 'by default';
      column.notNull = true;
    }),
  AT_DropIdentity: (command, relation, step) =>
    onColumn(command, relation, step, column => {
      column.identity = null;
    }),
  AT_DropExpression: (command, relation, step) =>
    onColumn(command, relation, step, column => {
      column.generated = null;
    }),
  AT_SetExpression: (command, relation, step) =>
    onColumn(command, relation, step, column => {
      column.generated = command.def ?? null;
    }),
  AT_AddConstraint: ({ def }, relation, step) => {
    const constraint = as('Constraint', def);
    if (constraint) addConstraint(constraint, relation, step);
  },
  AT_DropConstraint: ({ name = '' }, relation) => {
    relation.constraints.delete(name);
  },
  AT_AttachPartition: ({ def }, relation, step) => {
    const partition = as('PartitionCmd', def);
    const child = relationOf(partition?.name, step, true);
    if (!child) return;
    const parent = pathOf(relation.schema, relation.name);
    inheritFrom(parent, child, step);
    for (const column of child.columns.values()) {
      column.isInherited = relation.columns.has(column.name);
    }
    child.partitionOf = { parent, bounds: boundsOf(partition?.bound) };
  },
  AT_DetachPartition: ({ def }, _relation, step) => {
    const child = relationOf(as('PartitionCmd', def)?.name, step);
    if (child) leaveParents(child);
  },
  AT_AddInherit: ({ def }, relation, step) =>
    inheritFrom(relationPath(as('RangeVar', def), step), relation, step),
  AT_DropInherit: (_command, relation) => leaveParents(relation),
  AT_EnableRowSecurity: (_command, relation) => {
    relation.rowSecurity = true;
  },
  AT_DisableRowSecurity: (_command, relation) => {
    relation.rowSecurity = false;
  },
  AT_SetLogged: (_command, relation) => {
    relation.isUnlogged = false;
  },
  AT_SetUnLogged: (_command, relation) => {
    relation.isUnlogged = true;
  },
};

/** `ALTER TABLE`, `VIEW`, `MATERIALIZED VIEW`, `FOREIGN TABLE` and `TYPE … ADD ATTRIBUTE`. */
export function alterTable(node: AlterTableStmt, step: Step): void {
  const commands = allOf('AlterTableCmd', node.cmds).filter(
    ({ subtype }) => !subtype || !HARMLESS.has(subtype),
  );
  if (node.objtype === 'OBJECT_TYPE') {
    alterComposite(node, commands, step);
    return;
  }
  if (node.objtype === 'OBJECT_INDEX' || node.objtype === 'OBJECT_SEQUENCE')
    return;
  const relation =
    commands.length === 0
      ? undefined
      : relationOf(node.relation, step, node.missing_ok);
  if (!relation) return;
  for (const command of commands) {
    const follow = command.subtype && COMMANDS[command.subtype];
    if (follow) follow(command, relation, step);
    else {
      const words = (command.subtype ?? '')
        .replace(/^AT_/, '')
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toUpperCase();
      leaveGap(step, `ALTER TABLE … ${words}`);
    }
  }
}

function onColumn(
  { name = '' }: AlterTableCmd,
  relation: Relation,
  step: Step,
  change: (column: NonNullable<ReturnType<Relation['columns']['get']>>) => void,
): void {
  for (const member of familyOf(relation, step.database)) {
    const column = member.columns.get(name);
    if (column) change(column);
    else if (member === relation) {
      const path = pathOf(relation.schema, relation.name, name);
      leaveGap(step, `a change of ${path}, which the text does not create`);
    }
  }
}

function leaveParents(child: Relation): void {
  child.partitionOf = null;
  child.parents = [];
  for (const column of child.columns.values()) column.isInherited = false;
}
