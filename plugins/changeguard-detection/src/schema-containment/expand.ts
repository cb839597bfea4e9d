import { applyWords } from './applyWords';
import { exclusionOf } from './chooseOne';
import { followed } from './followed';
import { negate } from './negate';
import { allowsEverything, asSchema, entriesOf, listOf } from './readSchema';
import { childNode, Conjunction, keyOf, SchemaNode } from './SchemaNode';
import { everything, FixedShapes, Shape } from './Shape';

/** More alternatives than this are not worked out: the comparison is undecidable instead of endless. */
const LIMIT = 512;

/** Thrown inside the engine when a schema has too many alternatives. */
export class TooManyAlternatives extends Error {}

/** Schemas as alternatives, each worked out once. */
export class Expander {
  private readonly known = new Map<string, readonly Shape[]>();

  /** All ways to be valid for every schema of the conjunction. */
  expand(written: Conjunction): readonly Shape[] {
    const conjunction = written.map(followed);
    const key = keyOf(conjunction);
    const known = this.known.get(key);
    if (known) return known;
    let shapes = everything;
    for (const node of conjunction) shapes = apply(node, shapes, new Set());
    if (conjunction.some(node => node.document.dialect.nullable)) {
      shapes = shapes.filter(({ type, granted }) => type !== 'null' || granted);
    }
    this.known.set(key, shapes);
    return shapes;
  }
}

/** Leaves of some shapes what a schema allows; a schema that refers to itself adds nothing the second time. */
function apply(
  node: SchemaNode,
  shapes: readonly Shape[],
  within: ReadonlySet<string>,
): readonly Shape[] {
  if (node.value === false) return [];
  if (node.value instanceof FixedShapes) return node.value.shapes;
  const schema = asSchema(node.value);
  if (!schema || shapes.length === 0) return shapes;
  const key = keyOf([node]);
  if (within.has(key)) return shapes;
  const inside = new Set(within).add(key);
  const each = (next: SchemaNode, some: readonly Shape[]) =>
    apply(next, some, inside);

  if (typeof schema.$ref === 'string') {
    const target = node.document.resolve(schema.$ref);
    const found = target
      ? each(target, shapes)
      : withOpaque(shapes, `$ref ${schema.$ref}`);
    if (!node.document.dialect.refSiblings) return found;
    return applyRest(node, schema, found, each);
  }
  return applyRest(node, schema, shapes, each);
}

type Each = (node: SchemaNode, shapes: readonly Shape[]) => readonly Shape[];

function applyRest(
  node: SchemaNode,
  schema: Record<string, unknown>,
  shapes: readonly Shape[],
  each: Each,
): readonly Shape[] {
  let left = applyWords(node, schema, shapes);
  if (typeof schema['!ref'] === 'string') {
    const target = node.document.resolve(schema['!ref']);
    left = target
      ? each(negate(target), left)
      : withOpaque(left, `not $ref ${schema['!ref']}`);
  }
  for (const word of ['$dynamicRef', '$recursiveRef']) {
    const reference = schema[word];
    if (typeof reference === 'string') {
      const target = node.document.resolve(reference);
      left = target ? each(target, left) : withOpaque(left, reference);
    }
  }
  listOf(schema.allOf).forEach((member, index) => {
    left = each(childNode(node, member, 'allOf', index), left);
  });
  const alternatives = listOf(schema.anyOf);
  if (alternatives.length > 0) {
    left = limited(
      alternatives.flatMap((member, index) =>
        each(childNode(node, member, 'anyOf', index), left),
      ),
    );
  }
  left = applyOneOf(node, schema, left, each);
  if (schema.not !== undefined) {
    left = each(negate(childNode(node, schema.not, 'not')), left);
  }
  left = applyCondition(node, schema, left, each);
  left = applyDependencies(node, schema, left, each);
  return grantsNull(node, schema)
    ? [...left, ...shapes.filter(({ type }) => type === 'null').map(outright)]
    : left;
}

/** `nullable` beside alternatives rather than beside a type: null is one more alternative. */
function grantsNull(
  node: SchemaNode,
  schema: Record<string, unknown>,
): boolean {
  return (
    node.document.dialect.nullable &&
    schema.nullable === true &&
    schema.type === undefined
  );
}

function outright(shape: Shape): Shape {
  return { ...shape, granted: true };
}

/** One member holds and no other does. */
function applyOneOf(
  node: SchemaNode,
  schema: Record<string, unknown>,
  shapes: readonly Shape[],
  each: Each,
): readonly Shape[] {
  const members = listOf(schema.oneOf).map((member, index) =>
    childNode(node, member, 'oneOf', index),
  );
  if (members.length === 0) return shapes;
  const exclusion = node.document.dialect.exclusiveOneOf
    ? exclusionOf(members, schema.type !== undefined)
    : 'disjoint';
  const chosen = limited(
    members.flatMap(member => {
      const met = each(member, shapes);
      if (exclusion !== 'exact') return met;
      return members
        .filter(other => other !== member)
        .reduce((left, other) => each(negate(other), left), met);
    }),
  );
  return exclusion === 'open'
    ? withOpaque(
        chosen,
        `oneOf ${node.document.textOf({ oneOf: schema.oneOf })}`,
      )
    : chosen;
}

function applyCondition(
  node: SchemaNode,
  schema: Record<string, unknown>,
  shapes: readonly Shape[],
  each: Each,
): readonly Shape[] {
  if (schema.if === undefined) return shapes;
  const { then = true, else: otherwise = true } = schema;
  if (allowsEverything(then) && allowsEverything(otherwise)) return shapes;
  const condition = childNode(node, schema.if, 'if');
  const met = each(condition, shapes);
  const unmet = each(negate(condition), shapes);
  return limited([
    ...each(childNode(node, then, 'then'), met),
    ...each(childNode(node, otherwise, 'else'), unmet),
  ]);
}

/** `a` is absent, or it is there with what it asks for. */
function applyDependencies(
  node: SchemaNode,
  schema: Record<string, unknown>,
  shapes: readonly Shape[],
  each: Each,
): readonly Shape[] {
  let left = shapes;
  for (const word of [
    'dependencies',
    'dependentRequired',
    'dependentSchemas',
  ]) {
    for (const [name, asked] of entriesOf(schema[word])) {
      const absent = { properties: { [name]: false } };
      const present = Array.isArray(asked)
        ? { required: [name, ...asked] }
        : { required: [name], allOf: [asked] };
      const others = left.filter(shape => shape.type !== 'object');
      const objects = left.filter(shape => shape.type === 'object');
      left = limited([
        ...others,
        ...each(childNode(node, absent, word, name, '!absent'), objects),
        ...each(childNode(node, present, word, name, '!present'), objects),
      ]);
    }
  }
  return left;
}

function withOpaque(shapes: readonly Shape[], text: string): Shape[] {
  return shapes.map(shape => ({
    ...shape,
    opaque: new Set(shape.opaque).add(text),
  }));
}

function limited(shapes: readonly Shape[]): readonly Shape[] {
  if (shapes.length > LIMIT) throw new TooManyAlternatives();
  return shapes;
}
