import type { Containment, Question } from './Containment';
import { itemAt, otherItems, prefixLength } from './members';
import { saidBy } from './placeOf';
import { Found } from './Reasons';
import { Conjunction } from './SchemaNode';
import { Contains, Shape } from './Shape';
import { sizeReason } from './sizeReason';
import { wordOf } from '../text/wordOf';

/** Why arrays of a shape may not fit another. */
export function compareArrays(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Found[] {
  const most = containment.habitation.mostItems(shape);
  const found: Found[] = [];
  if (shape.minSize < target.minSize) {
    found.push(sizeReason(containment, question, 'min-items', shape, target));
  }
  if (most > target.maxSize) {
    found.push(sizeReason(containment, question, 'max-items', shape, target));
  }
  if (target.unique && !shape.unique && most > 1) {
    found.push(
      containment.reason(question, 'unique-items', 'uniqueItems', {
        word: 'uniqueItems',
        after: { uniqueItems: true },
      }),
    );
  }
  for (const asked of target.contains) {
    if (!containsEnough(containment, question, shape, asked)) {
      found.push(containsReason(containment, question, asked));
    }
  }
  const prefix = Math.max(prefixLength(shape), prefixLength(target));
  for (let index = 0; index < prefix && index < most; index++) {
    found.push(
      compareItem(
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
      compareItem(
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
): Found {
  if (to.length > 0 && !containment.habitation.ofAll(to)) {
    const subject = { before: { items: saidBy(from, undefined) ?? {} } };
    return containment.reason(question, 'item-closed', token, subject);
  }
  return containment.part(question, ['item', token], from, to);
}

function containsReason(
  containment: Containment,
  question: Question,
  { schema, min, max }: Contains,
): Found {
  const asked = {
    contains: saidBy(schema, undefined),
    ...(min === 1 ? {} : { minContains: min }),
    ...(max === Infinity ? {} : { maxContains: max }),
  };
  return containment.reason(question, 'contains', 'contains', {
    word: 'contains',
    after: asked,
    to: schema[0].pointer,
  });
}

function containsEnough(
  containment: Containment,
  question: Question,
  shape: Shape,
  asked: Contains,
): boolean {
  const isWithin = (from: Conjunction, to: Conjunction) =>
    containment.isContained(question, from, to);
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
