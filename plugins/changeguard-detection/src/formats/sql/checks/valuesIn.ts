import { Node } from '@pgsql/types';
import { allOf, as } from '../parser/nodes';
import { wordingOf } from '../parser/wording';

/** The values that a condition such as `status IN ('open', 'closed')` allows; null where it is of another kind. */
export function valuesIn(condition: Node | undefined): string[] | null {
  const expression = as('A_Expr', condition);
  const isIn = expression?.kind === 'AEXPR_IN';
  const isAny = expression?.kind === 'AEXPR_OP_ANY';
  if (!isIn && !isAny) return null;
  const list =
    as('List', expression.rexpr)?.items ?? elementsOf(expression.rexpr);
  if (!list) return null;
  const values = list.map(item => wordingOf(item));
  const constants = allOf('A_Const', list).length;
  const casts = allOf('TypeCast', list).length;
  return constants + casts === list.length ? values : null;
}

function elementsOf(node: Node | undefined): Node[] | undefined {
  const cast = as('TypeCast', node);
  return cast ? elementsOf(cast.arg) : as('A_ArrayExpr', node)?.elements;
}
