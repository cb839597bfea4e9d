import { shapeAdmits } from './admits';
import { compareArrays } from './compareArrays';
import { compareNumbers } from './compareNumbers';
import { compareObjects } from './compareObjects';
import { compareStrings } from './compareStrings';
import type { Containment, Question } from './Containment';
import { Reason } from './Reason';
import { Shape } from './Shape';

const COMPARE: Partial<
  Record<
    Shape['type'],
    (
      containment: Containment,
      question: Question,
      shape: Shape,
      target: Shape,
    ) => Reason[]
  >
> = {
  number: compareNumbers,
  string: compareStrings,
  array: compareArrays,
  object: compareObjects,
};

/** Why values of one alternative may not fit another. */
export function compareShapes(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): readonly Reason[] {
  if (target.values) {
    return [containment.reason(question, 'enum', 'enum', 'enum')];
  }
  const found: Reason[] = [];
  for (const value of target.excluded) {
    if (shapeAdmits(containment.expander, shape, value) !== false) {
      found.push(
        containment.reason(question, 'not', JSON.stringify(value), 'not'),
      );
    }
  }
  for (const text of target.opaque) {
    if (!shape.opaque.has(text)) {
      found.push(opaqueReason(containment, question, text, shape));
    }
  }
  for (const format of target.formats) {
    if (!shape.formats.has(format)) {
      found.push(containment.reason(question, 'format', format, 'format'));
    }
  }
  const compare = COMPARE[shape.type];
  if (compare) found.push(...compare(containment, question, shape, target));
  return found;
}

function opaqueReason(
  containment: Containment,
  question: Question,
  text: string,
  shape: Shape,
): Reason {
  const encoding = /^content(Encoding|MediaType) /.exec(text);
  if (!encoding) return containment.reason(question, 'undecidable', text);
  const word = `content${encoding[1]}`;
  const other = [...shape.opaque].some(one => one.startsWith(`${word} `));
  return containment.reason(question, 'format', other ? text : word, word);
}
