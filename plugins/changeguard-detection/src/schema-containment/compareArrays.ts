import type { Containment, Question } from './Containment';
import { itemAt, otherItems, prefixLength } from './members';
import { Reason } from './Reason';
import { Conjunction } from './SchemaNode';
import { Contains, Shape } from './Shape';
import { wordOf } from '../text/wordOf';

/** Why arrays of a shape may not fit another. */
export function compareArrays(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Reason[] {
  const most = containment.habitation.mostItems(shape);
  const found: Reason[] = [];
  if (shape.minSize < target.minSize) {
    found.push(
      containment.reason(question, 'min-items', 'minItems', 'minItems'),
    );
  }
  if (most > target.maxSize) {
    found.push(
      containment.reason(question, 'max-items', 'maxItems', 'maxItems'),
    );
  }
  if (target.unique && !shape.unique && most > 1) {
    found.push(
      containment.reason(
        question,
        'unique-items',
        'uniqueItems',
        'uniqueItems',
      ),
    );
  }
  for (const asked of target.contains) {
    if (!containsEnough(containment, shape, asked)) {
      found.push(
        containment.reason(question, 'contains', 'contains', 'contains'),
      );
    }
  }
  const prefix = Math.max(prefixLength(shape), prefixLength(target));
  for (let index = 0; index < prefix && index < most; index++) {
    found.push(
      ...compareItem(
        containment,
        question,
        itemAt(shape, index),
        itemAt(target, index),
        wordOf(index),
      ),
    );
  }
  if (most > prefix) {
    found.push(
      ...compareItem(
        containment,
        question,
        otherItems(shape),
        otherItems(target),
        '*',
      ),
    );
  }
  return found;
}

function compareItem(
  containment: Containment,
  question: Question,
  from: Conjunction,
  to: Conjunction,
  token: string,
): readonly Reason[] {
  if (to.length > 0 && !containment.habitation.ofAll(to)) {
    return [containment.reason(question, 'item-closed', token)];
  }
  return containment.reasons(from, to, `${question.path}/${token}`);
}

function containsEnough(
  containment: Containment,
  shape: Shape,
  asked: Contains,
): boolean {
  const isWithin = (from: Conjunction, to: Conjunction) =>
    containment.isContained(from, to);
  const bounded =
    asked.max >= shape.maxSize ||
    shape.contains.some(
      one => one.max <= asked.max && isWithin(asked.schema, one.schema),
    );
  if (!bounded) return false;
  if (asked.min === 0) return true;
  if (
    shape.contains.some(
      one => one.min >= asked.min && isWithin(one.schema, asked.schema),
    )
  ) {
    return true;
  }
  let sure = 0;
  for (let index = 0; index < Math.min(shape.minSize, 100); index++) {
    if (isWithin(itemAt(shape, index), asked.schema)) sure++;
    if (sure >= asked.min) return true;
  }
  return false;
}
