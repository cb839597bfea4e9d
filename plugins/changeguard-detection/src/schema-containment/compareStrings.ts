import type { Containment, Question } from './Containment';
import { patternContains } from './patternContains';
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
  const lengths = { min: shape.minSize, max: shape.maxSize };
  for (const pattern of target.patterns) {
    const answer = patternContains([...shape.patterns], lengths, pattern);
    if (answer === true) continue;
    const kind = answer === undefined ? 'undecidable' : 'pattern';
    found.push(containment.reason(question, kind, pattern, 'pattern'));
  }
  for (const pattern of target.notPatterns) {
    if (!shape.notPatterns.has(pattern)) {
      found.push(containment.reason(question, 'undecidable', pattern, 'not'));
    }
  }
  if (shape.minSize < target.minSize) {
    found.push(
      containment.reason(question, 'min-length', 'minLength', 'minLength'),
    );
  }
  if (shape.maxSize > target.maxSize) {
    found.push(
      containment.reason(question, 'max-length', 'maxLength', 'maxLength'),
    );
  }
  return found;
}
