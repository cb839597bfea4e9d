import type { Comparison } from './compare.ts';
import type { Row } from './Row.ts';

/** The row of two things that were timed in turns. */
export function comparedRow(
  id: string,
  what: string,
  { ratio, p50, base }: Comparison,
  goal: number | null,
  unit: string,
): Row {
  const detail = `${p50.toFixed(2)} ms against ${base.toFixed(2)} ms`;
  return { id, what, figure: ratio, goal, unit, detail };
}
