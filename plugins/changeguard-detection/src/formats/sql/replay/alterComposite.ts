import { AlterTableCmd, AlterTableStmt } from '@pgsql/types';
import { as } from '../parser/nodes';
import { newColumn } from './addColumn';
import { leaveGap, Step } from './Step';

/** `ALTER TYPE … ADD`, `DROP` or `ALTER ATTRIBUTE`. */
export function alterComposite(
  { relation }: AlterTableStmt,
  commands: readonly AlterTableCmd[],
  step: Step,
): void {
  const names = [relation?.schemaname, relation?.relname];
  const path = step.database.resolve(
    'types',
    names.filter(name => name !== undefined),
  );
  const type = step.database.types.get(path);
  if (type?.kind !== 'composite') {
    leaveGap(step, `a change of ${path}, which the text does not create`);
    return;
  }
  for (const { subtype, name = '', def } of commands) {
    const definition = as('ColumnDef', def);
    if (subtype === 'AT_DropColumn') type.columns.delete(name);
    else if (definition) {
      const column = newColumn(definition, step);
      const own = name || column.name;
      type.columns.set(own, { ...column, name: own });
    }
  }
}
