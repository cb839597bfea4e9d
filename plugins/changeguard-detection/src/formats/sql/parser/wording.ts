import { Node, TypeCast } from '@pgsql/types';
import { deparseSync } from 'pgsql-deparser';
import { as, strings } from './nodes';

/**
 * An expression or query in one way of writing, whatever spaces, brackets and casts of constants it had: what a dump and a
 * migration write differently and mean alike gives the same text.
 */
export function wordingOf(node: Node | undefined): string {
  if (!node) return '';
  return deparseSync(simplified(node)).replace(/\s+/g, ' ').trim();
}

/** Takes out what says nothing: `'a'::text` is `'a'`, `= ANY (ARRAY[…])` is `IN (…)`. */
function simplified(node: Node): Node {
  const cast = as('TypeCast', node);
  if (cast?.arg && saysNothing(cast)) return simplified(cast.arg);
  const expression = as('A_Expr', node);
  if (expression?.kind === 'AEXPR_OP_ANY' && isEquality(expression.name)) {
    const list = as('A_ArrayExpr', uncast(expression.rexpr));
    if (list) {
      return simplified({
        A_Expr: {
          ...expression,
          kind: 'AEXPR_IN',
          rexpr: { List: { items: list.elements } },
        },
      });
    }
  }
  return within(node) as Node;
}

/** The parts of a node, or the items of a list, without where they stood. */
function within(value: object): object {
  if (Array.isArray(value)) return value.map(partOf);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !/location$/.test(key))
      .map(([key, part]) => [key, partOf(part)]),
  );
}

function partOf(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  return Array.isArray(part) ? within(part) : simplified(part as Node);
}

/** A quoted constant takes the type of its place; a column of text stays text. */
function saysNothing({ arg, typeName }: TypeCast): boolean {
  if (as('A_Const', arg)?.sval) return true;
  const type = strings(typeName?.names).at(-1) ?? '';
  return as('ColumnRef', arg) !== undefined && /^(text|varchar)$/.test(type);
}

function isEquality(name: Node[] | undefined): boolean {
  return strings(name).join() === '=';
}

function uncast(node: Node | undefined): Node | undefined {
  const arg = as('TypeCast', node)?.arg;
  return arg ? uncast(arg) : node;
}
