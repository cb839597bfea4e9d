import type { Containment, Question } from './Containment';
import { Reason } from './Reason';
import { Shape } from './Shape';

const WORDS = {
  'min-length': 'minLength',
  'max-length': 'maxLength',
  'min-items': 'minItems',
  'max-items': 'maxItems',
  'min-properties': 'minProperties',
  'max-properties': 'maxProperties',
} as const;

/** Says that values may be too small or too large. */
export function sizeReason(
  containment: Containment,
  question: Question,
  kind: keyof typeof WORDS,
  shape: Shape,
  target: Shape,
): Reason {
  const word = WORDS[kind];
  const said = ({ minSize, maxSize }: Shape) => {
    if (word.startsWith('min')) return minSize > 0 && { [word]: minSize };
    return maxSize < Infinity && { [word]: maxSize };
  };
  return containment.reason(question, kind, word, {
    word,
    before: said(shape) || undefined,
    after: said(target) || undefined,
  });
}
