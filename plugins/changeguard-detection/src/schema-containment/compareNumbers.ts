import { isMultiple, stepOf, tightBounds } from './numberBounds';
import { onlyIn } from './onlyIn';
import { Question } from './Question';
import { Reason } from './Reason';
import { reasonOf } from './reasonOf';
import { Found } from './Reasons';
import { Bound, Shape } from './Shape';
import { wordOf } from '../text/wordOf';

/** Why numbers of a shape may not fit another. */
export function compareNumbers(
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
    found.push(boundReason(question, 'minimum', shape, target));
  }
  if (
    target.maximum &&
    !(own.maximum && isBelow(own.maximum, target.maximum))
  ) {
    found.push(boundReason(question, 'maximum', shape, target));
  }
  const step = stepOf(shape);
  if (target.integer && !(step !== 0 && isMultiple(step, 1))) {
    found.push(
      reasonOf(question, 'type', 'number with a fraction', {
        word: 'type',
        before: { type: 'number' },
        after: { type: 'integer' },
      }),
    );
  }
  for (const factor of target.multipleOf) {
    if (step === 0 || !isMultiple(step, factor)) {
      found.push(
        reasonOf(question, 'multiple-of', wordOf(factor), {
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
        reasonOf(question, 'not', `multiples of ${factor}`, {
          word: 'not',
          after: { not: { multipleOf: factor } },
        }),
      );
    }
  }
  return found;
}

function boundReason(
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
  return reasonOf(question, word, word, {
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
