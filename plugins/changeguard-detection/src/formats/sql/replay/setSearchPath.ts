import { Node } from '@pgsql/types';
import { allOf, as, NodeOf, strings } from '../parser/nodes';
import { Step } from './Step';

/** `SET search_path`; all other settings say nothing about the schema. */
export function setSearchPath(
  node: NodeOf<'VariableSetStmt'>,
  { database }: Step,
): void {
  if (node.name !== 'search_path') return;
  const values = (node.args ?? []).map(textOf);
  database.searchPath = values.length === 0 ? ['public'] : schemasIn(values);
}

/** `SELECT pg_catalog.set_config('search_path', …)`, with which dumps begin. */
export function callSetConfig(
  node: NodeOf<'SelectStmt'>,
  { database }: Step,
): void {
  for (const { val } of allOf('ResTarget', node.targetList)) {
    const call = as('FuncCall', val);
    if (strings(call?.funcname).at(-1) !== 'set_config') continue;
    const [name, value = ''] = (call?.args ?? []).map(textOf);
    if (name === 'search_path')
      database.searchPath = schemasIn(value.split(','));
  }
}

function textOf(node: Node): string {
  return as('A_Const', node)?.sval?.sval ?? '';
}

function schemasIn(values: readonly string[]): string[] {
  return values
    .map(value => value.trim().replace(/^"(.*)"$/, '$1'))
    .filter(value => value !== '' && value !== '$user');
}
