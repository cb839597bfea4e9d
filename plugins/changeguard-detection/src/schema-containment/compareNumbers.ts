import type { Containment, Question } from './Containment';
import { isMultiple, stepOf, tightBounds } from './numberBounds';
import { onlyIn } from './onlyIn';
import { Reason } from './Reason';
import { Found } from './Reasons';
import { Bound, Shape } from './Shape';
import { wordOf } from '../text/wordOf';

/** Why numbers of a shape may not fit another. */
export function compareNumbers(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Found[] {
  const found: Found[] = [];
  const own = tightBounds(shape);
  if (
    target.minimum &&
    !(own.minimum && isAbove(own.minimum, target.minimum))
  ) {
    found.push(boundReason(containment, question, 'minimum', shape, target));
  }
  if (
    target.maximum &&
    !(own.maximum && isBelow(own.maximum, target.maximum))
  ) {
    found.push(boundReason(containment, question, 'maximum', shape, target));
  }
  const step = stepOf(shape);
  if (target.integer && !(step !== 0 && isMultiple(step, 1))) {
    found.push(
      containment.reason(question, 'type', 'number with a fraction', {
        word: 'type',
        before: { type: 'number' },
        after: { type: 'integer' },
      }),
    );
  }
  for (const factor of target.multipleOf) {
    if (step === 0 || !isMultiple(step, factor)) {
      found.push(
        containment.reason(question, 'multiple-of', wordOf(factor), {
          word: 'multipleOf',
          before: onlyIn('multipleOf', shape.multipleOf, target.multipleOf),
          after: { multipleOf: factor },
        }),
      );
    }
  }
  for (const factor of target.notMultipleOf) {
    if (!shape.notMultipleOf.some(one => isMultiple(factor, one))) {
      found.push(
        containment.reason(question, 'not', `multiples of ${factor}`, {
          word: 'not',
          after: { not: { multipleOf: factor } },
        }),
      );
    }
  }
  return found;
}

function boundReason(
  containment: Containment,
  question: Question,
  word: 'minimum' | 'maximum',
  shape: Shape,
  target: Shape,
): Reason {
  const said = ({ [word]: bound }: Shape) => {
    if (!bound) return undefined;
    const exclusive =
      word === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
    return { [bound.exclusive ? exclusive : word]: bound.value };
  };
  return containment.reason(question, word, word, {
    word,
    before: said(shape),
    after: said(target),
  });
}

function isAbove(own: Bound, asked: Bound): boolean {
  if (own.value !== asked.value) return own.value > asked.value;
  return own.exclusive || !asked.exclusive;
}

function isBelow(own: Bound, asked: Bound): boolean {
  if (own.value !== asked.value) return own.value < asked.value;
  return own.exclusive || !asked.exclusive;
}
