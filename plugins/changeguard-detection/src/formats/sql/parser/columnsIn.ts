import { Node } from '@pgsql/types';
import { as, strings } from './nodes';

/** The columns that an expression mentions, each once. */
export function columnsIn(expression: Node | undefined): string[] {
  const found = new Set<string>();
  visit(expression, node => {
    const name = strings(as('ColumnRef', node)?.fields).at(-1);
    if (name !== undefined) found.add(name);
  });
  return [...found];
}

/** An expression in which a column has another name. */
export function renamedIn<T extends Node | null>(
  expression: T,
  from: string,
  to: string,
): T {
  if (!expression) return expression;
  const copy = structuredClone(expression);
  visit(copy, node => {
    const last = as('ColumnRef', node)?.fields?.at(-1);
    const text = as('String', last);
    if (text?.sval === from) text.sval = to;
  });
  return copy;
}

/** Looks at every node within a value. */
export function visit(value: unknown, look: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) look(value as Node);
  for (const part of Object.values(value)) visit(part, look);
}
