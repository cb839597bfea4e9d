import type { Containment, Question } from './Containment';
import { isMultiple, stepOf, tightBounds } from './numberBounds';
import { Reason } from './Reason';
import { Bound, Shape } from './Shape';
import { wordOf } from '../text/wordOf';

/** Why numbers of a shape may not fit another. */
export function compareNumbers(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Reason[] {
  const found: Reason[] = [];
  const own = tightBounds(shape);
  if (
    target.minimum &&
    !(own.minimum && isAbove(own.minimum, target.minimum))
  ) {
    found.push(boundReason(containment, question, 'minimum', 'Minimum'));
  }
  if (
    target.maximum &&
    !(own.maximum && isBelow(own.maximum, target.maximum))
  ) {
    found.push(boundReason(containment, question, 'maximum', 'Maximum'));
  }
  const step = stepOf(shape);
  if (target.integer && !(step !== 0 && isMultiple(step, 1))) {
    found.push(containment.reason(question, 'type', 'integer', 'type'));
  }
  for (const factor of target.multipleOf) {
    if (step === 0 || !isMultiple(step, factor)) {
      found.push(
        containment.reason(
          question,
          'multiple-of',
          wordOf(factor),
          'multipleOf',
        ),
      );
    }
  }
  for (const factor of target.notMultipleOf) {
    if (!shape.notMultipleOf.some(one => isMultiple(factor, one))) {
      found.push(containment.reason(question, 'not', wordOf(factor), 'not'));
    }
  }
  return found;
}

function boundReason(
  containment: Containment,
  question: Question,
  kind: 'minimum' | 'maximum',
  noun: string,
): Reason {
  const plain = containment.reason(question, kind, kind, kind);
  if (plain.after !== undefined) return plain;
  return containment.reason(question, kind, kind, `exclusive${noun}`);
}

function isAbove(own: Bound, asked: Bound): boolean {
  if (own.value !== asked.value) return own.value > asked.value;
  return own.exclusive || !asked.exclusive;
}

function isBelow(own: Bound, asked: Bound): boolean {
  if (own.value !== asked.value) return own.value < asked.value;
  return own.exclusive || !asked.exclusive;
}
