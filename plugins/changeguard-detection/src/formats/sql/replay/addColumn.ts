import { ColumnDef, Node } from '@pgsql/types';
import { pathOf } from '../model/names';
import { Column, Relation } from '../model/Relation';
import { allOf, as, strings } from '../parser/nodes';
import { addConstraint } from './addConstraint';
import { Step } from './Step';
import { typeOf } from './typeOf';

/** Types that are a whole number with a sequence of its own. */
const SERIALS: Readonly<Record<string, string>> = {
  smallserial: 'smallint',
  serial2: 'smallint',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
};

/** Adds a column as a statement defines it, with the constraints that stand beside it. */
export function addColumn(
  definition: ColumnDef,
  relation: Relation,
  step: Step,
): void {
  const name = definition.colname ?? '';
  const column = relation.columns.get(name) ?? newColumn(definition, step);
  relation.columns.set(name, column);
  const serial = serialOf(definition);
  if (serial) makeSerial(serial, column, relation, step);
  for (const one of allOf('Constraint', definition.constraints)) {
    switch (one.contype) {
      case 'CONSTR_NOTNULL':
        column.notNull = true;
        break;
      case 'CONSTR_DEFAULT':
        column.fallback = one.raw_expr ?? null;
        break;
      case 'CONSTR_IDENTITY':
        column.identity = one.generated_when === 'a' ? 'always' : 'by default';
        column.notNull = true;
        break;
      case 'CONSTR_GENERATED':
        column.generated = one.raw_expr ?? null;
        break;
      default:
        addConstraint(one, relation, step, [name]);
    }
  }
}

/** A column as its definition alone says it. */
export function newColumn(definition: ColumnDef, step: Step): Column {
  return {
    name: definition.colname ?? '',
    type: definition.typeName
      ? typeOf(definition.typeName, step.database)
      : null,
    notNull: definition.is_not_null ?? false,
    fallback: definition.raw_default ?? null,
    identity: null,
    generated: null,
    collation:
      strings(definition.collClause?.collname)
        .filter(name => name !== 'pg_catalog')
        .join('.') || null,
    comment: null,
    place: step.place,
    formerly: [],
    isInherited: false,
  };
}

function serialOf({ typeName }: ColumnDef): string | undefined {
  const names = strings(typeName?.names);
  const [name] = names;
  return names.length === 1 && Object.hasOwn(SERIALS, name)
    ? SERIALS[name]
    : undefined;
}

function makeSerial(
  type: string,
  column: Column,
  relation: Relation,
  { database, place }: Step,
): void {
  const { schema } = relation;
  const name = `${relation.name}_${column.name}_seq`;
  const path = pathOf(schema, name);
  column.type = { name: type, size: [], isArray: false };
  column.notNull = true;
  column.fallback = nextValueOf(path);
  database.sequences.set(path, {
    schema,
    name,
    ownedBy: pathOf(schema, relation.name, column.name),
    text: '',
    place,
  });
}

function nextValueOf(path: string): Node {
  return {
    FuncCall: {
      funcname: [{ String: { sval: 'nextval' } }],
      args: [{ A_Const: { sval: { sval: path } } }],
      funcformat: 'COERCE_EXPLICIT_CALL',
    },
  };
}

/** Whether a default takes the next value of a sequence, however the sequence is named. */
export function isNextValue(fallback: Node | null): boolean {
  const name = strings(as('FuncCall', fallback ?? undefined)?.funcname).at(-1);
  return name === 'nextval';
}
