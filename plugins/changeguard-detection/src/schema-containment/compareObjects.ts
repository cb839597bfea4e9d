import { childPointer } from '../text/JsonPointer';
import { MOST_DIFFERENCES } from '../tooManyDifferences';
import { admits } from './admits';
import type { Containment } from './Containment';
import {
  memberAt,
  membersMatching,
  namePatterns,
  otherMembers,
  propertyNames,
} from './members';
import { Nearest } from './Nearest';
import { saidBy } from './placeOf';
import { Question } from './Question';
import { reasonOf } from './reasonOf';
import { Found } from './Reasons';
import { Conjunction, SchemaNode } from './SchemaNode';
import { Shape } from './Shape';
import { sizeReason } from './sizeReason';

/** Why objects of a shape may not fit another. */
export function compareObjects(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Found[] {
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
): Found[] {
  const word = 'required';
  const found = [...target.required]
    .filter(name => !shape.required.has(name))
    .sort()
    .slice(0, MOST_DIFFERENCES + 1)
    .map(name =>
      reasonOf(question, 'required', name, {
        word,
        after: { required: [name] },
        described: onlyIn(target, shape, name),
      }),
    );
  if (Math.max(shape.minSize, shape.required.size) < target.minSize) {
    found.push(sizeReason(question, 'min-properties', shape, target));
  }
  if (containment.habitation.mostMembers(shape) > target.maxSize) {
    found.push(sizeReason(question, 'max-properties', shape, target));
  }
  return found;
}

function compareNamed(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Found[] {
  const own = propertyNames(shape);
  const asked = propertyNames(target);
  const word = 'properties';
  const said = (members: Conjunction, name: string) => ({
    properties: { [name]: saidBy(members, undefined) ?? {} },
  });
  const found: Found[] = [];
  for (const name of [...new Set([...own, ...asked])].sort()) {
    const from = memberAt(shape, name);
    const to = memberAt(target, name);
    if (to.length === 0 || !mayHave(containment, shape, name)) continue;
    if (!containment.habitation.ofAll(to)) {
      const subject = {
        word,
        before: said(from, name),
        described: onlyIn(shape, target, name),
      };
      found.push(reasonOf(question, 'property-closed', name, subject));
      continue;
    }
    const part = containment.part(['property', name], from, to);
    if (own.has(name) || from.length > 0) {
      found.push(part);
    } else {
      const subject = { word, after: said(to, name), described: to };
      const undeclared = reasonOf(
        question,
        'property-undeclared',
        name,
        subject,
      );
      found.push(containment.choose(question, [[part]].values(), undeclared));
    }
  }
  return found;
}

/** Whether there may be a property of a name: it has a value, and the name is not refused. */
function mayHave(
  containment: Containment,
  shape: Shape,
  name: string,
): boolean {
  return (
    containment.habitation.ofAll(memberAt(shape, name)) &&
    admits(containment.expander, shape.names, name) !== false
  );
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
): Found[] {
  const patterns = new Set([...namePatterns(shape), ...namePatterns(target)]);
  const found: Found[] = [];
  for (const pattern of [...patterns].sort()) {
    found.push(
      containment.part(
        ['pattern', pattern],
        membersMatching(shape, pattern),
        membersMatching(target, pattern),
      ),
    );
  }
  const from = otherMembers(shape);
  const to = otherMembers(target);
  if (to.length === 0 || !containment.habitation.ofAll(from)) return found;
  if (!containment.habitation.ofAll(to)) {
    const word = 'additionalProperties';
    const subject = { word, before: { [word]: saidBy(from, undefined) ?? {} } };
    const kind = mayRefuseOthers(shape) ? 'undecidable' : 'property-closed';
    found.push(reasonOf(question, kind, '*', subject));
    return found;
  }
  found.push(containment.part(['others', '*'], from, to));
  return found;
}

/** Whether what is left over is known by its text only: what nobody names may be refused already. */
function mayRefuseOthers({ opaque }: Shape): boolean {
  return [...opaque].some(text => text.startsWith('unevaluatedProperties '));
}

function compareNames(
  containment: Containment,
  question: Question,
  shape: Shape,
  target: Shape,
): Found[] {
  if (target.names.length === 0) return [];
  const word = 'propertyNames';
  const refused = (kind: 'property-names' | 'undecidable', name: string) =>
    reasonOf(question, kind, name, {
      word,
      before: saidBy(shape.names, undefined),
      after: { [word]: saidBy(target.names, undefined) },
    });
  const open =
    namePatterns(shape).size > 0 ||
    containment.habitation.ofAll(otherMembers(shape));
  if (!open) {
    return [...propertyNames(shape)]
      .filter(name => mayHave(containment, shape, name))
      .flatMap((name): Found[] => {
        const answer = admits(containment.expander, target.names, name);
        if (answer === true) return [];
        if (answer === false) return [refused('property-names', name)];
        const own = [...shape.names, oneText(target.names[0], name)];
        const ways = [[containment.ask(own, target.names)]].values();
        const otherwise = refused('undecidable', name);
        return [containment.choose(question, ways, otherwise)];
      });
  }
  const reasons = containment.ask(
    [...shape.names, anyText(target.names[0])],
    target.names,
  );
  const inWords = (isSure: boolean) =>
    refused(isSure ? 'property-names' : 'undecidable', '*');
  const otherwise = new Nearest([reasons], inWords);
  return [containment.choose(question, [[reasons]].values(), otherwise)];
}

/** What one name is, in the words of a schema's document. */
function oneText({ document }: SchemaNode, name: string): SchemaNode {
  return document.node({ const: name }, childPointer('!text', name));
}

/** What every name is, in the words of a schema's document. */
function anyText({ document }: SchemaNode): SchemaNode {
  return document.node({ type: 'string' }, '!text');
}
