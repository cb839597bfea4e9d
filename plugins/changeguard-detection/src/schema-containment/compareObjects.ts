import type { Containment, Question } from './Containment';
import {
  memberAt,
  membersMatching,
  namePatterns,
  otherMembers,
  propertyNames,
} from './members';
import { Reason } from './Reason';
import { Conjunction } from './SchemaNode';
import { Shape } from './Shape';

/** Why objects of a shape may not fit another. */
export function compareObjects(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Reason[] {
  return [
    ...compareCounts(containment, question, shape, target),
    ...compareNamed(containment, question, shape, target),
    ...compareOthers(containment, question, shape, target),
    ...compareNames(containment, question, shape, target),
  ];
}

function compareCounts(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Reason[] {
  const found: Reason[] = [...target.required]
    .filter(name => !shape.required.has(name))
    .sort()
    .map(name => ({
      ...containment.reason(question, 'required', name, 'required'),
      described: onlyIn(target, shape, name),
    }));
  if (Math.max(shape.minSize, shape.required.size) < target.minSize) {
    found.push(
      containment.reason(
        question,
        'min-properties',
        'minProperties',
        'minProperties',
      ),
    );
  }
  if (containment.habitation.mostMembers(shape) > target.maxSize) {
    found.push(
      containment.reason(
        question,
        'max-properties',
        'maxProperties',
        'maxProperties',
      ),
    );
  }
  return found;
}

function compareNamed(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Reason[] {
  const own = propertyNames(shape);
  const asked = propertyNames(target);
  const found: Reason[] = [];
  for (const name of [...new Set([...own, ...asked])].sort()) {
    const from = memberAt(shape, name);
    const to = memberAt(target, name);
    if (to.length === 0 || !containment.habitation.ofAll(from)) continue;
    if (!containment.habitation.ofAll(to)) {
      found.push({
        ...containment.reason(question, 'property-closed', name, 'properties'),
        described: onlyIn(shape, target, name),
      });
      continue;
    }
    const path = `${question.path}/${name}`;
    const reasons = containment.reasons(from, to, path);
    if (reasons.length > 0 && !own.has(name) && from.length === 0) {
      const kind = 'property-undeclared';
      found.push({
        ...containment.reason(question, kind, name, 'properties'),
        described: to,
      });
    } else {
      found.push(...reasons);
    }
  }
  return found;
}

/** What one shape says of a property by its name, where the other does not name it. */
function onlyIn(
  shape: Shape,
  other: Shape,
  name: string,
): Conjunction | undefined {
  return propertyNames(shape).has(name) && !propertyNames(other).has(name)
    ? memberAt(shape, name)
    : undefined;
}

function compareOthers(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Reason[] {
  const patterns = new Set([...namePatterns(shape), ...namePatterns(target)]);
  const found: Reason[] = [];
  for (const pattern of [...patterns].sort()) {
    found.push(
      ...containment.reasons(
        membersMatching(shape, pattern),
        membersMatching(target, pattern),
        `${question.path}/${pattern}`,
      ),
    );
  }
  const from = otherMembers(shape);
  const to = otherMembers(target);
  if (to.length === 0 || !containment.habitation.ofAll(from)) return found;
  if (!containment.habitation.ofAll(to)) {
    const word = 'additionalProperties';
    found.push(containment.reason(question, 'property-closed', '*', word));
    return found;
  }
  found.push(...containment.reasons(from, to, `${question.path}/*`));
  return found;
}

const ANY_NAME: Conjunction = [];

function compareNames(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Reason[] {
  if (target.names.length === 0) return [];
  const refused = (kind: 'property-names' | 'undecidable', name: string) =>
    containment.reason(question, kind, name, 'propertyNames');
  const open =
    namePatterns(shape).size > 0 ||
    containment.habitation.ofAll(otherMembers(shape));
  if (!open) {
    return [...propertyNames(shape)]
      .filter(name => containment.habitation.ofAll(memberAt(shape, name)))
      .filter(name => containment.admits(target.names, name) === false)
      .map(name => refused('property-names', name));
  }
  const own = shape.names.length > 0 ? shape.names : ANY_NAME;
  const reasons = containment
    .reasons(own, target.names, '')
    .filter(({ kind, name }) => kind !== 'type' || name.includes('string'));
  if (reasons.length === 0) return [];
  const sure = reasons.some(({ kind }) => kind !== 'undecidable');
  return [refused(sure ? 'property-names' : 'undecidable', '*')];
}
