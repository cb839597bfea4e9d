import { pathOf } from '../model/names';
import { Relation } from '../model/Relation';
import { UserType } from '../model/UserType';
import { allOf, NodeOf, strings } from '../parser/nodes';
import { wordingOf } from '../parser/wording';
import { addColumn, newColumn } from './addColumn';
import { newRelation } from './createTable';
import { Step } from './Step';

/** `CREATE TYPE … AS ENUM`. */
export function createEnum(node: NodeOf<'CreateEnumStmt'>, step: Step): void {
  const names = namedBy(strings(node.typeName), step);
  keep({ ...names, kind: 'enum', values: strings(node.vals) }, step);
}

/** `CREATE TYPE … AS (…)`. */
export function createComposite(
  node: NodeOf<'CompositeTypeStmt'>,
  step: Step,
): void {
  const { schemaname, relname = '' } = node.typevar ?? {};
  const names = namedBy(schemaname ? [schemaname, relname] : [relname], step);
  const columns = allOf('ColumnDef', node.coldeflist).map(definition =>
    newColumn(definition, step),
  );
  keep(
    {
      ...names,
      kind: 'composite',
      columns: new Map(columns.map(column => [column.name, column])),
    },
    step,
  );
}

/** `CREATE DOMAIN`: a type that is a column without a table. */
export function createDomain(
  node: NodeOf<'CreateDomainStmt'>,
  step: Step,
): void {
  const names = namedBy(strings(node.domainname), step);
  const holder: Relation = newRelation('table', { relname: names.name }, step);
  addColumn(
    {
      colname: 'value',
      typeName: node.typeName,
      collClause: node.collClause,
      constraints: node.constraints,
    },
    holder,
    step,
  );
  keep(
    {
      ...names,
      kind: 'domain',
      holds: holder.columns.get('value')!,
      constraints: holder.constraints,
    },
    step,
  );
}

/** `CREATE TYPE … AS RANGE` and base types, of which the text is kept. */
export function createOther(
  typeName: Parameters<typeof strings>[0],
  node: Parameters<typeof wordingOf>[0],
  step: Step,
): void {
  const names = namedBy(strings(typeName), step);
  keep({ ...names, kind: 'other', text: wordingOf(node) }, step);
}

function namedBy(written: readonly string[], step: Step) {
  const [name = '', schema = step.database.home] = [...written].reverse();
  return { schema, name, comment: null, place: step.place, formerly: [] };
}

function keep(type: UserType, { database }: Step): void {
  database.types.set(pathOf(type.schema, type.name), type);
}
