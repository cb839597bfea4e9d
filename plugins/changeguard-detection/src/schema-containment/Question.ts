import { Conjunction, keyOf } from './SchemaNode';

/** Whether every value of one conjunction is valid in another. */
export interface Question {
  from: Conjunction;
  to: Conjunction;
}

/** What tells questions apart. */
export function keyOfQuestion({ from, to }: Question): string {
  return `${keyOf(from)} in ${keyOf(to)}`;
}
