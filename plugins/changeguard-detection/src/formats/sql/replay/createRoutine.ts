import { FunctionParameter } from '@pgsql/types';
import { typeText } from '../model/ColumnType';
import { pathOf } from '../model/names';
import { Routine, signatureOf } from '../model/Routine';
import { allOf, NodeOf, strings } from '../parser/nodes';
import { Step } from './Step';
import { typeOf, typeWords } from './typeOf';

/** `CREATE FUNCTION` and `CREATE PROCEDURE`: how they are called; what they do is not compared. */
export function createRoutine(
  node: NodeOf<'CreateFunctionStmt'>,
  step: Step,
): void {
  const parameters = allOf('FunctionParameter', node.parameters);
  const given = parameters.filter(({ mode }) =>
    /^FUNC_PARAM_(IN|INOUT|VARIADIC|DEFAULT)$/.test(mode ?? ''),
  );
  const returned = parameters.filter(({ mode }) =>
    /^FUNC_PARAM_(OUT|INOUT|TABLE)$/.test(mode ?? ''),
  );
  const outs = returned.map(one =>
    `${one.name ?? ''} ${typeWords(one.argType, step.database)}`.trim(),
  );
  const type = node.returnType && typeWords(node.returnType, step.database);
  keep(
    node.is_procedure ? 'procedure' : 'function',
    strings(node.funcname),
    given,
    [...(type ? [type] : []), ...outs].join(', ') || 'nothing',
    step,
  );
}

/** `CREATE AGGREGATE`; what it returns is only known to its functions. */
export function createAggregate(node: NodeOf<'DefineStmt'>, step: Step): void {
  const parameters = allOf('List', node.args).flatMap(({ items }) =>
    allOf('FunctionParameter', items),
  );
  keep('aggregate', strings(node.defnames), parameters, '', step);
}

function keep(
  kind: Routine['kind'],
  names: readonly string[],
  parameters: readonly FunctionParameter[],
  returns: string,
  { database, place }: Step,
): void {
  const [name = '', schema = database.home] = [...names].reverse();
  const routine: Routine = {
    kind,
    schema,
    name,
    arguments: parameters.map(one => ({
      name: one.name ?? '',
      type: typeText({ ...typeOf(one.argType, database), size: [] }),
      hasDefault: one.defexpr !== undefined,
      isVariadic: one.mode === 'FUNC_PARAM_VARIADIC',
    })),
    returns,
    comment: null,
    place,
  };
  const key = signatureOf(routine, pathOf(schema, name));
  routine.comment = database.routines.get(key)?.comment ?? null;
  database.routines.set(key, routine);
}
