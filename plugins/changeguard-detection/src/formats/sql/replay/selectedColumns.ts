import { ColumnRef, Node, RangeVar, SelectStmt } from '@pgsql/types';
import { Column, Relation } from '../model/Relation';
import { allOf, as, strings } from '../parser/nodes';
import { leaveGap, relationPath, Step } from './Step';
import { typeOf } from './typeOf';

/** The columns that a query gives, with their types where they are those of a table's columns or are written out. */
export function selectedColumns(
  query: Node | undefined,
  aliases: readonly string[],
  path: string,
  step: Step,
): Map<string, Column> {
  const found = columnsOf(as('SelectStmt', query), step);
  if (!found) {
    leaveGap(step, `the columns of ${path}, which are not all named`);
  }
  const named = (found ?? []).map((column, index) => ({
    ...column,
    name: aliases[index] ?? column.name,
  }));
  return new Map(named.map(column => [column.name, column]));
}

function columnsOf(
  select: SelectStmt | undefined,
  step: Step,
): Column[] | undefined {
  if (!select) return undefined;
  if (select.larg) return columnsOf(select.larg, step);
  const [values] = allOf('List', select.valuesLists);
  if (values) {
    return (values.items ?? []).map((_, index) =>
      untyped(`column${index + 1}`, step),
    );
  }
  const sources = sourcesOf(select, step);
  const columns: Column[] = [];
  for (const { name, val } of allOf('ResTarget', select.targetList)) {
    const reference = as('ColumnRef', val);
    if (reference?.fields?.some(field => 'A_Star' in field)) {
      const starred = starOf(reference, sources);
      if (!starred) return undefined;
      columns.push(...starred.map(one => placed(one, one.name, step)));
      continue;
    }
    const source = reference && sourceOf(reference, sources);
    if (source) columns.push(placed(source, name ?? source.name, step));
    else columns.push(untyped(name ?? nameFor(val), step, val));
  }
  return columns;
}

/** What a query reads, by the name it has there; undefined where it is no relation that is known. */
type Sources = Map<string, Relation | undefined>;

function sourcesOf({ fromClause = [] }: SelectStmt, step: Step): Sources {
  const sources: Sources = new Map();
  const add = (node: Node | undefined): void => {
    const join = as('JoinExpr', node);
    if (join) {
      add(join.larg);
      add(join.rarg);
    }
    const range = as('RangeVar', node);
    if (range) sources.set(aliasOf(range), relationIn(range, step));
    const rest = as('RangeSubselect', node) ?? as('RangeFunction', node);
    if (rest)
      sources.set(rest.alias?.aliasname ?? `${sources.size}`, undefined);
  };
  fromClause.forEach(add);
  return sources;
}

function aliasOf({ alias, relname = '' }: RangeVar): string {
  return alias?.aliasname ?? relname;
}

function relationIn(range: RangeVar, step: Step): Relation | undefined {
  return step.database.relations.get(relationPath(range, step));
}

function starOf({ fields }: ColumnRef, sources: Sources): Column[] | undefined {
  const source = strings(fields).at(-1);
  const chosen =
    source === undefined ? [...sources.values()] : [sources.get(source)];
  const columns: Column[] = [];
  for (const relation of chosen) {
    if (!relation) return undefined;
    columns.push(...relation.columns.values());
  }
  return columns;
}

function sourceOf({ fields }: ColumnRef, sources: Sources): Column | undefined {
  const names = strings(fields);
  const name = names.at(-1) ?? '';
  if (names.length > 1) return sources.get(names.at(-2)!)?.columns.get(name);
  return [...sources.values()]
    .map(relation => relation?.columns.get(name))
    .find(column => column !== undefined);
}

function placed(source: Column, name: string, step: Step): Column {
  return {
    ...untyped(name, step),
    type: source.type,
    collation: source.collation,
  };
}

function untyped(name: string, step: Step, value?: Node): Column {
  const cast = as('TypeCast', value);
  return {
    name,
    type: cast ? typeOf(cast.typeName, step.database) : null,
    notNull: false,
    fallback: null,
    identity: null,
    generated: null,
    collation: null,
    comment: null,
    place: step.place,
    formerly: [],
    isInherited: false,
  };
}

/** What PostgreSQL calls a column that nobody named. */
function nameFor(value: Node | undefined): string {
  const cast = as('TypeCast', value);
  if (cast) {
    const inner = nameFor(cast.arg);
    return inner === '?column?'
      ? strings(cast.typeName?.names).at(-1) ?? inner
      : inner;
  }
  const named =
    as('ColumnRef', value)?.fields ?? as('FuncCall', value)?.funcname;
  if (named) return strings(named).at(-1) ?? '?column?';
  if (as('CoalesceExpr', value)) return 'coalesce';
  if (as('CaseExpr', value)) return 'case';
  return '?column?';
}
