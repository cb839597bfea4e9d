import { NodeOf } from '../parser/nodes';
import { wordingOf } from '../parser/wording';
import { relationOf, Step } from './Step';

/** Bits of a trigger's timing, as the parser sets them. */
const BEFORE = 2;
const INSTEAD = 64;

/** `CREATE TRIGGER`: those that run before or instead of a write decide what is stored; what runs after does not. */
export function createTrigger(
  node: NodeOf<'CreateTrigStmt'>,
  step: Step,
): void {
  const timing = node.timing ?? 0;
  if ((timing & (BEFORE | INSTEAD)) === 0) return;
  const name = node.trigname ?? '';
  relationOf(node.relation, step)?.triggers.set(name, {
    name,
    text: wordingOf({ CreateTrigStmt: { ...node, replace: false } }),
    place: step.place,
  });
}
