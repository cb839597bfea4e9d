import { canonical } from '../text/canonical';
import { MOST_DIFFERENCES } from '../tooManyDifferences';
import { shapeAdmits } from './admits';
import { compareShapes } from './compareShapes';
import type { Containment } from './Containment';
import { Expander, TooManyAlternatives } from './expand';
import { finiteValues } from './finiteValues';
import { Nearest } from './Nearest';
import { Question } from './Question';
import { Reason } from './Reason';
import { reasonOf, Subject } from './reasonOf';
import { Found, Reasons } from './Reasons';
import { Shape } from './Shape';
import { splitShape } from './splitShape';

const NO_TEXTS: ReadonlySet<string> = new Set();

/** Why values of one conjunction may not be valid in another: each alternative of the one has to fit the other. */
export function compareConjunctions(
  containment: Containment,
  question: Question,
): readonly Found[] {
  try {
    const shapes = containment.expander
      .expand(question.from)
      .filter(shape => isMeant(shape, question))
      .filter(shape => containment.habitation.of(shape));
    const targets = containment.expander.expand(question.to);
    return [
      ...missingTypes(question, shapes, targets),
      ...shapes.flatMap(shape => {
        const same = targets.filter(target => target.type === shape.type);
        if (same.length === 0) return [];
        return cover(containment, question, shape, same, 0);
      }),
    ];
  } catch (error) {
    if (!(error instanceof TooManyAlternatives)) throw error;
    return [reasonOf(question, 'undecidable', 'alternatives')];
  }
}

/** Where null has to be granted, "anything" does not hold it. */
function isMeant({ type, granted }: Shape, { to }: Question): boolean {
  return (
    type !== 'null' ||
    granted === true ||
    !to.some(node => node.document.dialect.nullable)
  );
}

function missingTypes(
  question: Question,
  shapes: readonly Shape[],
  targets: readonly Shape[],
): Reason[] {
  const there = new Set(targets.map(target => target.type));
  const missing = new Set(
    shapes.map(shape => shape.type).filter(type => !there.has(type)),
  );
  return [...missing]
    .sort()
    .map(type => reasonOf(question, 'type', type, memberOf('type', type)));
}

/** Whether the targets together allow one shape: one of them alone, or each a part of it. */
function cover(
  containment: Containment,
  question: Question,
  shape: Shape,
  targets: readonly Shape[],
  depth: number,
): readonly Found[] {
  const values = finiteValues(shape);
  if (values) {
    if (targets.length > 1) containment.countAlternatives(targets.length);
    return coverValues(containment, question, shape, values, targets);
  }
  if (targets.length === 1) {
    return compareShapes(containment, question, shape, targets[0]);
  }
  const alternatives: Reasons[] = [];
  return [containment.choose(question, ways(), new Nearest(alternatives))];

  function* ways(): Generator<readonly Found[]> {
    for (const target of targets) {
      containment.countAlternatives(1);
      const found = compareShapes(containment, question, shape, target);
      const reasons = Reasons.of(found);
      alternatives.push(reasons);
      yield [reasons];
    }
    for (const pieces of splitShape(containment, shape, targets, depth)) {
      yield pieces
        .filter(piece => containment.habitation.of(piece))
        .flatMap(piece =>
          cover(containment, question, piece, targets, depth + 1),
        );
    }
  }
}

function coverValues(
  { expander }: Containment,
  question: Question,
  shape: Shape,
  values: readonly unknown[],
  targets: readonly Shape[],
): Found[] {
  const found: Found[] = [];
  for (const value of values) {
    if (found.length > MOST_DIFFERENCES) break;
    if (shapeAdmits(expander, shape, value) === false) continue;
    const answers = targets.map(target => shapeAdmits(expander, target, value));
    if (answers.includes(true)) continue;
    const open = targets.filter((_, index) => answers[index] === undefined);
    if (open.some(target => fitsButForTexts(expander, shape, target, value))) {
      continue;
    }
    const kind = open.length > 0 ? 'undecidable' : 'enum';
    const subject = memberOf('enum', [value]);
    found.push(reasonOf(question, kind, canonical(value), subject));
  }
  return found;
}

/** One of several that a keyword names: it was there, and is not any more. */
function memberOf(word: string, member: unknown): Subject {
  return { word, before: { [word]: member }, after: undefined };
}

/** Whether what is known by its text only is all that keeps one value from being valid for sure, and holds for it already. */
function fitsButForTexts(
  expander: Expander,
  shape: Shape,
  target: Shape,
  value: unknown,
): boolean {
  const plain = { ...target, opaque: NO_TEXTS, formats: NO_TEXTS };
  return (
    sameTexts(shape, target) && shapeAdmits(expander, plain, value) === true
  );
}

function sameTexts(shape: Shape, target: Shape): boolean {
  return (
    [...target.opaque].every(text => shape.opaque.has(text)) &&
    [...target.formats].every(format => shape.formats.has(format))
  );
}
