import type { Containment } from './Containment';
import { itemAt, otherItems, prefixLength } from './members';
import { saidBy } from './placeOf';
import { Question } from './Question';
import { Reason } from './Reason';
import { reasonOf } from './reasonOf';
import { Found } from './Reasons';
import { Conjunction } from './SchemaNode';
import { Contains, Shape } from './Shape';
import { sizeReason } from './sizeReason';
import { wordOf } from '../text/wordOf';

/** Items further behind are not looked at one by one. */
const MOST_ITEMS = 100;

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
    found.push(sizeReason(question, 'min-items', shape, target));
  }
  if (most > target.maxSize) {
    found.push(sizeReason(question, 'max-items', shape, target));
  }
  if (target.unique && !shape.unique && most > 1) {
    found.push(
      reasonOf(question, 'unique-items', 'uniqueItems', {
        word: 'uniqueItems',
        after: { uniqueItems: true },
      }),
    );
  }
  for (const asked of target.contains) {
    found.push(...compareContains(containment, question, shape, asked));
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
    return reasonOf(question, 'item-closed', token, subject);
  }
  return containment.part(['item', token], from, to);
}

/** Items of a kind may be too many, or too few. */
function compareContains(
  containment: Containment,
  question: Question,
  shape: Shape,
  asked: Contains,
): Found[] {
  const reason = containsReason(question, asked);
  const found: Found[] = [];
  if (asked.max < shape.maxSize) {
    const ways = waysToBeFew(containment, shape, asked);
    found.push(containment.choose(question, ways, reason));
  }
  if (asked.min > 0) {
    const ways = waysToBeEnough(containment, shape, asked);
    found.push(containment.choose(question, ways, reason));
  }
  return found;
}

function containsReason(
  question: Question,
  { schema, min, max }: Contains,
): Reason {
  const asked = {
    contains: saidBy(schema, undefined),
    ...(min === 1 ? {} : { minContains: min }),
    ...(max === Infinity ? {} : { maxContains: max }),
  };
  return reasonOf(question, 'contains', 'contains', {
    word: 'contains',
    after: asked,
    to: schema[0].pointer,
  });
}

function* waysToBeFew(
  containment: Containment,
  shape: Shape,
  asked: Contains,
): Generator<readonly Found[]> {
  for (const one of shape.contains) {
    if (one.max <= asked.max) {
      yield [containment.ask(asked.schema, one.schema)];
    }
  }
}

function* waysToBeEnough(
  containment: Containment,
  shape: Shape,
  asked: Contains,
): Generator<readonly Found[]> {
  for (const one of shape.contains) {
    if (one.min >= asked.min) {
      yield [containment.ask(one.schema, asked.schema)];
    }
  }
  const length = Math.min(shape.minSize, MOST_ITEMS);
  const items = Array.from({ length }, (_, index) =>
    containment.ask(itemAt(shape, index), asked.schema),
  );
  for (;;) {
    const fitting = items.filter(({ areNone }) => areNone);
    if (fitting.length < asked.min) return;
    yield fitting.slice(0, asked.min);
  }
}
