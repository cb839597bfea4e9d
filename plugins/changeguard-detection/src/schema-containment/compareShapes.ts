import { shapeAdmits } from './admits';
import { canonical } from '../text/canonical';
import { onlyIn } from './onlyIn';
import { compareArrays } from './compareArrays';
import { compareNumbers } from './compareNumbers';
import { compareObjects } from './compareObjects';
import { compareStrings } from './compareStrings';
import type { Containment } from './Containment';
import { saidBy } from './placeOf';
import { Question } from './Question';
import { reasonOf } from './reasonOf';
import { Found } from './Reasons';
import { Shape } from './Shape';

/** Why values of one alternative may not fit another. */
export function compareShapes(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): readonly Found[] {
  if (target.values) {
    const values = containment.valuesOf(question.to);
    const subject = { word: 'enum', after: { enum: values } };
    return [reasonOf(question, 'enum', 'enum', subject)];
  }
  const found: Found[] = [];
  for (const value of target.excluded) {
    if (shapeAdmits(containment.expander, shape, value) !== false) {
      found.push(
        reasonOf(question, 'not', canonical(value), {
          word: 'not',
          after: { not: { const: value } },
        }),
      );
    }
  }
  for (const text of target.opaque) {
    if (!shape.opaque.has(text)) {
      found.push(opaqueReason(question, text, shape));
    }
  }
  for (const format of target.formats) {
    if (!shape.formats.has(format)) {
      found.push(
        reasonOf(question, 'format', format, {
          word: 'format',
          before: onlyIn('format', shape.formats, target.formats),
          after: { format },
        }),
      );
    }
  }
  return [...found, ...compareOfType(containment, question, shape, target)];
}

function compareOfType(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): readonly Found[] {
  switch (shape.type) {
    case 'number':
      return compareNumbers(question, shape, target);
    case 'string':
      return compareStrings(question, shape, target);
    case 'array':
      return compareArrays(containment, question, shape, target);
    case 'object':
      return compareObjects(containment, question, shape, target);
    default:
      return [];
  }
}

function opaqueReason(question: Question, text: string, shape: Shape): Found {
  const word = text.split(' ', 1)[0];
  // What is known by its text only has names of shared parts in it, so it is told apart by the keyword and what that says.
  if (!/^content(Encoding|MediaType)$/.test(word)) {
    const isWritten = saidBy(question.to, word) !== undefined;
    const subject = isWritten ? { word, identity: word } : { identity: word };
    return reasonOf(question, 'undecidable', text, subject);
  }
  const own = [...shape.opaque].find(one => one.startsWith(`${word} `));
  const said = (one: string) => ({ [word]: one.slice(word.length + 1) });
  return reasonOf(question, 'format', own ? text : word, {
    word,
    before: own && said(own),
    after: said(text),
  });
}
