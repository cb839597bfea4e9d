import { hasValue } from './hasValue';
import { higherMinimum, lowerMaximum } from './numberBounds';
import { applyUnevaluated } from './applyUnevaluated';
import { entriesOf, listOf, numberOf } from './readSchema';
import { childNode, SchemaNode } from './SchemaNode';
import { everything, Shape, typeOf } from './Shape';
import { wordOf } from '../text/wordOf';

type Schema = Record<string, unknown>;

/** The types that any value can be of. */
const KNOWN: ReadonlySet<unknown> = new Set([
  'integer',
  ...everything.map(({ type }) => type),
]);

/** Leaves of some shapes what the words of a schema allow that stand for themselves. */
export function applyWords(
  node: SchemaNode,
  schema: Schema,
  shapes: readonly Shape[],
): readonly Shape[] {
  return applyTypes(node, schema, shapes).flatMap(shape => {
    const narrowed = applyValues(schema, applyOpaque(schema, shape));
    if (narrowed.values?.length === 0) return [];
    switch (shape.type) {
      case 'number':
        return applyNumber(schema, narrowed);
      case 'string':
        return applyString(schema, narrowed);
      case 'array':
        return applyUnevaluated(
          node,
          schema,
          applyArray(node, schema, narrowed),
        );
      case 'object':
        return applyUnevaluated(
          node,
          schema,
          applyObject(node, schema, narrowed),
        );
      default:
        return narrowed;
    }
  });
}

function applyTypes(
  node: SchemaNode,
  schema: Schema,
  shapes: readonly Shape[],
): readonly Shape[] {
  if (schema.type === undefined) return shapes;
  const types = new Set(listOf(schema.type));
  const nullable = node.document.dialect.nullable && schema.nullable === true;
  if (types.has('any')) return shapes;
  // What nobody knows may allow anything: two of them are the same, or cannot be compared.
  const unknown = [...types].filter(type => !KNOWN.has(type));
  if (unknown.length > 0) {
    const text = `type ${unknown.map(wordOf).sort().join(' ')}`;
    return shapes.map(shape => ({
      ...shape,
      opaque: new Set(shape.opaque).add(text),
    }));
  }
  return shapes.flatMap(shape => {
    if (shape.type === 'null' && nullable) return { ...shape, granted: true };
    if (types.has(shape.type)) return shape;
    if (shape.type === 'number' && types.has('integer')) {
      return { ...shape, integer: true };
    }
    return [];
  });
}

function applyValues(schema: Schema, shape: Shape): Shape {
  let { values, excluded } = shape;
  const only = (allowed: unknown[]) => {
    const own = allowed.filter(value => typeOf(value) === shape.type);
    values = values ? values.filter(value => hasValue(own, value)) : own;
  };
  if (Array.isArray(schema.enum)) only(schema.enum);
  if ('const' in schema) only([schema.const]);
  if (schema['!enum'] !== undefined) {
    const refused = listOf(schema['!enum']);
    excluded = [
      ...excluded,
      ...refused.filter(value => typeOf(value) === shape.type),
    ];
    values = values?.filter(value => !hasValue(refused, value));
  }
  return { ...shape, values, excluded };
}

function applyOpaque(schema: Schema, shape: Shape): Shape {
  const own: string[] = [];
  if (schema['!opaque'] !== undefined) own.push(wordOf(schema['!opaque']));
  const isString = shape.type === 'string';
  for (const word of ['contentEncoding', 'contentMediaType']) {
    if (isString && typeof schema[word] === 'string') {
      own.push(`${word} ${schema[word]}`);
    }
  }
  return own.length === 0
    ? shape
    : { ...shape, opaque: new Set([...shape.opaque, ...own]) };
}

function applyNumber(schema: Schema, shape: Shape): Shape {
  const next = { ...shape };
  const minimum = numberOf(schema.minimum);
  const maximum = numberOf(schema.maximum);
  if (minimum !== undefined) {
    const exclusive = schema.exclusiveMinimum === true;
    next.minimum = higherMinimum(next.minimum, { value: minimum, exclusive });
  }
  if (maximum !== undefined) {
    const exclusive = schema.exclusiveMaximum === true;
    next.maximum = lowerMaximum(next.maximum, { value: maximum, exclusive });
  }
  const above = numberOf(schema.exclusiveMinimum);
  if (above !== undefined) {
    const bound = { value: above, exclusive: true };
    next.minimum = higherMinimum(next.minimum, bound);
  }
  const below = numberOf(schema.exclusiveMaximum);
  if (below !== undefined) {
    const bound = { value: below, exclusive: true };
    next.maximum = lowerMaximum(next.maximum, bound);
  }
  const factor = numberOf(schema.multipleOf);
  if (factor) next.multipleOf = [...next.multipleOf, factor];
  const refused = numberOf(schema['!multipleOf']);
  if (refused) next.notMultipleOf = [...next.notMultipleOf, refused];
  return applyFormat(schema, next);
}

function applyFormat(schema: Schema, shape: Shape): Shape {
  return typeof schema.format === 'string'
    ? { ...shape, formats: new Set(shape.formats).add(schema.format) }
    : shape;
}

function applySize(schema: Schema, shape: Shape, noun: string): Shape {
  return {
    ...shape,
    minSize: Math.max(shape.minSize, numberOf(schema[`min${noun}`]) ?? 0),
    maxSize: Math.min(
      shape.maxSize,
      numberOf(schema[`max${noun}`]) ?? Infinity,
    ),
  };
}

function applyString(schema: Schema, shape: Shape): Shape {
  const next = applyFormat(schema, applySize(schema, shape, 'Length'));
  const { pattern } = schema;
  if (typeof pattern === 'string' && !matchesAnything(pattern)) {
    next.patterns = new Set(next.patterns).add(pattern);
  }
  const refused = schema['!pattern'];
  if (typeof refused === 'string') {
    next.notPatterns = new Set(next.notPatterns).add(refused);
  }
  return next;
}

function matchesAnything(pattern: string): boolean {
  return /^\^?(\.\*)?\$?$/.test(pattern);
}

function applyArray(node: SchemaNode, schema: Schema, shape: Shape): Shape {
  const next = applySize(schema, shape, 'Items');
  const tuple = Array.isArray(schema.items) ? 'items' : 'prefixItems';
  const rest = Array.isArray(schema.items) ? 'additionalItems' : 'items';
  const prefix = Array.isArray(schema[tuple])
    ? (schema[tuple] as unknown[]).map((item, index) =>
        childNode(node, item, tuple, index),
      )
    : [];
  if (prefix.length > 0 || schema[rest] !== undefined) {
    const layer = {
      prefix,
      rest:
        schema[rest] === undefined
          ? undefined
          : childNode(node, schema[rest], rest),
    };
    next.arrays = [...next.arrays, layer];
  }
  if (schema.contains !== undefined) {
    const contained = {
      schema: [childNode(node, schema.contains, 'contains')],
      min: numberOf(schema.minContains) ?? 1,
      max: numberOf(schema.maxContains) ?? Infinity,
    };
    next.contains = [...next.contains, contained];
  }
  if (schema.uniqueItems === true) next.unique = true;
  return next;
}

function applyObject(node: SchemaNode, schema: Schema, shape: Shape): Shape {
  const next = applySize(schema, shape, 'Properties');
  const members = (word: string) =>
    new Map(
      entriesOf(schema[word]).map(([name, value]) => [
        name,
        childNode(node, value, word, name),
      ]),
    );
  const additional = schema.additionalProperties;
  const layer = {
    properties: members('properties'),
    patterns: members('patternProperties'),
    additional:
      additional === undefined
        ? undefined
        : childNode(node, additional, 'additionalProperties'),
  };
  if (layer.properties.size || layer.patterns.size || layer.additional) {
    next.objects = [...next.objects, layer];
  }
  const required = Array.isArray(schema.required) ? schema.required : [];
  if (required.length > 0) {
    next.required = new Set([...next.required, ...required.map(wordOf)]);
  }
  if (schema.propertyNames !== undefined) {
    next.names = [
      ...next.names,
      childNode(node, schema.propertyNames, 'propertyNames'),
    ];
  }
  return next;
}
