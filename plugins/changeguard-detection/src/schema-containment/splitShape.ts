import type { Containment } from './Containment';
import { finiteValues } from './finiteValues';
import { memberAt, propertyNames } from './members';
import { stepOf } from './numberBounds';
import { SchemaNode } from './SchemaNode';
import { FixedShapes, Shape } from './Shape';

const DEEPEST = 2;
const MOST_PIECES = 64;

/**
 * Ways to cut a shape into pieces that are the shape together: a range at the bounds of the targets, an object by the
 * alternatives of one member. What no target allows whole, several may allow piece by piece.
 */
export function* splitShape(
  containment: Containment,
  shape: Shape,
  targets: readonly Shape[],
  depth: number,
): Generator<Shape[]> {
  if (targets.length < 2 || depth >= DEEPEST) return;
  yield splitValues(shape, targets);
  if (shape.type === 'number') yield splitRange(shape, targets);
  if (shape.type === 'string' || shape.type === 'array') {
    yield splitSize(shape, targets);
  }
  if (shape.type === 'object') {
    yield splitSize(shape, targets);
    const names = new Set(targets.flatMap(one => [...propertyNames(one)]));
    for (const name of [...names].sort()) {
      const pieces = splitMember(containment, shape, name);
      if (pieces.length > 1 && pieces.length <= MOST_PIECES) yield pieces;
    }
  }
}

/** Values that targets name, one part; all others, the other. */
function splitValues(shape: Shape, targets: readonly Shape[]): Shape[] {
  const named = targets
    .flatMap(({ values, excluded }) => [...(values ?? []), ...excluded])
    .slice(0, MOST_PIECES);
  if (named.length === 0) return [shape];
  return [
    { ...shape, values: named },
    { ...shape, excluded: [...shape.excluded, ...named] },
  ];
}

function splitRange(shape: Shape, targets: readonly Shape[]): Shape[] {
  const cuts = new Map<string, { value: number; below: boolean }>();
  for (const { minimum, maximum } of targets) {
    if (minimum) {
      const cut = { value: minimum.value, below: !minimum.exclusive };
      cuts.set(JSON.stringify(cut), cut);
    }
    if (maximum) {
      const cut = { value: maximum.value, below: maximum.exclusive };
      cuts.set(JSON.stringify(cut), cut);
    }
  }
  const sorted = [...cuts.values()].sort(
    (a, b) => a.value - b.value || Number(b.below) - Number(a.below),
  );
  if (stepOf(shape) === 0 && sorted.length === 0) return [shape];
  const pieces: Shape[] = [];
  let rest = shape;
  for (const { value, below } of sorted) {
    if (rest.minimum && value < rest.minimum.value) continue;
    if (rest.maximum && value > rest.maximum.value) continue;
    pieces.push({ ...rest, maximum: { value, exclusive: below } });
    rest = { ...rest, minimum: { value, exclusive: !below } };
  }
  return [...pieces, rest];
}

function splitSize(shape: Shape, targets: readonly Shape[]): Shape[] {
  const cuts = targets
    .flatMap(({ minSize, maxSize }) => [minSize, maxSize + 1])
    .filter(cut => cut > shape.minSize && cut <= shape.maxSize)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const pieces: Shape[] = [];
  let rest = shape;
  for (const cut of new Set(cuts)) {
    pieces.push({ ...rest, maxSize: cut - 1 });
    rest = { ...rest, minSize: cut };
  }
  return [...pieces, rest];
}

function splitMember(
  containment: Containment,
  shape: Shape,
  name: string,
): Shape[] {
  const member = memberAt(shape, name);
  if (member.length === 0 || shape.chosen?.has(name)) return [];
  const alternatives = containment.expander
    .expand(member)
    .flatMap(one =>
      (finiteValues(one) ?? [undefined]).map(value =>
        value === undefined ? one : { ...one, values: [value] },
      ),
    );
  if (alternatives.length > MOST_PIECES) return [];
  const pieces = alternatives.map((one, index) =>
    choose(shape, name, [one], `${index}`, true),
  );
  return shape.required.has(name)
    ? pieces
    : [...pieces, choose(shape, name, [], 'absent', false)];

  function choose(
    whole: Shape,
    key: string,
    shapes: Shape[],
    id: string,
    required: boolean,
  ): Shape {
    const node: SchemaNode = {
      ...member[0],
      value: new FixedShapes(shapes),
      pointer: `!choice(${member.map(one => one.pointer).join('&')},${id})`,
    };
    return {
      ...whole,
      chosen: new Map(whole.chosen).set(key, [node]),
      required: required ? new Set(whole.required).add(key) : whole.required,
    };
  }
}
