import { intendedPattern } from './patterns/intendedPattern';
import {
  lengthContains,
  patternContains,
  patternMisses,
  Texts,
} from './patterns/patternContains';
import { Question } from './Question';
import { reasonOf } from './reasonOf';
import { Found } from './Reasons';
import { Shape } from './Shape';
import { sizeReason } from './sizeReason';
import { onlyIn } from './onlyIn';

/** Why texts of a shape may not fit another. */
export function compareStrings(
  question: Question,
  shape: Shape,
  target: Shape,
): Found[] {
  const found: Found[] = [];
  const { patterns, notPatterns, minSize: min, maxSize: max } = shape;
  const texts: Texts = { patterns, notPatterns, min, max };
  for (const pattern of target.patterns) {
    if (patterns.has(pattern)) continue;
    const answer = patternContains(texts, intendedPattern(pattern));
    if (answer === true) continue;
    const kind = answer === undefined ? 'undecidable' : 'pattern';
    found.push(
      reasonOf(question, kind, pattern, {
        word: 'pattern',
        before: onlyIn('pattern', patterns, target.patterns),
        after: { pattern },
      }),
    );
  }
  for (const pattern of target.notPatterns) {
    const answer = patternMisses(texts, pattern);
    if (answer === true) continue;
    const kind = answer === undefined ? 'undecidable' : 'not';
    const name = `matching ${pattern}`;
    const subject = { word: 'not', after: { not: { pattern } } };
    found.push(reasonOf(question, kind, name, subject));
  }
  if (min < target.minSize && !isWithin(texts, target.minSize, Infinity)) {
    found.push(sizeReason(question, 'min-length', shape, target));
  }
  if (max > target.maxSize && !isWithin(texts, 0, target.maxSize)) {
    found.push(sizeReason(question, 'max-length', shape, target));
  }
  return found;
}

/** A pattern may say how long texts are, such as `.{2,}`. */
function isWithin(texts: Texts, min: number, max: number): boolean {
  const tied = [...texts.patterns].length + [...texts.notPatterns].length > 0;
  return tied && lengthContains(texts, min, max) === true;
}
