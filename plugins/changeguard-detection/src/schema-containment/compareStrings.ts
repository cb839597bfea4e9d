import type { Containment, Question } from './Containment';
import { intendedPattern } from './patterns/intendedPattern';
import {
  lengthContains,
  patternContains,
  patternMisses,
  Texts,
} from './patterns/patternContains';
import { Reason } from './Reason';
import { Shape } from './Shape';

/** Why texts of a shape may not fit another. */
export function compareStrings(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Reason[] {
  const found: Reason[] = [];
  const { patterns, notPatterns, minSize: min, maxSize: max } = shape;
  const texts: Texts = { patterns, notPatterns, min, max };
  for (const pattern of target.patterns) {
    if (patterns.has(pattern)) continue;
    const answer = patternContains(texts, intendedPattern(pattern));
    if (answer === true) continue;
    const kind = answer === undefined ? 'undecidable' : 'pattern';
    found.push(containment.reason(question, kind, pattern, 'pattern'));
  }
  for (const pattern of target.notPatterns) {
    const answer = patternMisses(texts, pattern);
    if (answer === true) continue;
    const kind = answer === undefined ? 'undecidable' : 'not';
    found.push(containment.reason(question, kind, pattern, 'not'));
  }
  if (min < target.minSize && !isWithin(texts, target.minSize, Infinity)) {
    found.push(
      containment.reason(question, 'min-length', 'minLength', 'minLength'),
    );
  }
  if (max > target.maxSize && !isWithin(texts, 0, target.maxSize)) {
    found.push(
      containment.reason(question, 'max-length', 'maxLength', 'maxLength'),
    );
  }
  return found;
}

/** A pattern may say how long texts are, such as `.{2,}`. */
function isWithin(texts: Texts, min: number, max: number): boolean {
  const tied = [...texts.patterns].length + [...texts.notPatterns].length > 0;
  return tied && lengthContains(texts, min, max) === true;
}
