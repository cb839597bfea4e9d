import { Question } from './Question';
import { Reason } from './Reason';
import { reasonOf } from './reasonOf';
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
  return reasonOf(question, kind, word, {
    word,
    before: said(shape) || undefined,
    after: said(target) || undefined,
  });
}
