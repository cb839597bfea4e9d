import { SCHEMA_WORDS_FOR_PEOPLE } from '../text/keywords';
import {
  allowsEverything,
  asSchema,
  entriesOf,
  listOf,
  numberOf,
} from './readSchema';
import { SchemaNode } from './SchemaNode';
import { wordOf } from '../text/wordOf';

const TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object'];

type Schema = Record<string, unknown>;

const not = (schema: unknown) => ({ not: schema });

/** One of some schemas; of none, nothing is valid. */
const either = (schemas: unknown[]) => schemas.length > 0 && { anyOf: schemas };

/** Where a negation has no words, and is known by its text only. */
const UNKNOWN = Symbol('unknown');

type Negation = (argument: never, schema: Schema) => unknown;

const NEGATIONS: Record<string, Negation> = {
  type: (types: unknown) => {
    const list = listOf(types);
    if (list.includes('integer') && !list.includes('number')) {
      return {
        anyOf: [
          { type: TYPES.filter(t => t !== 'number' && !list.includes(t)) },
          { type: 'number', '!multipleOf': 1 },
        ],
      };
    }
    return { type: TYPES.filter(type => !list.includes(type)) };
  },
  enum: (values: unknown) => ({ '!enum': listOf(values) }),
  const: (value: unknown) => ({ '!enum': [value] }),
  not: (schema: unknown) => schema,
  allOf: (schemas: unknown) => either(listOf(schemas).map(not)),
  anyOf: (schemas: unknown) =>
    listOf(schemas).length > 0 && { allOf: listOf(schemas).map(not) },
  oneOf: (schemas: unknown) => negateOneOf(listOf(schemas)),
  minimum: (value: unknown, schema) => ({
    type: 'number',
    ...(schema.exclusiveMinimum === true
      ? { maximum: value }
      : { exclusiveMaximum: value }),
  }),
  maximum: (value: unknown, schema) => ({
    type: 'number',
    ...(schema.exclusiveMaximum === true
      ? { minimum: value }
      : { exclusiveMinimum: value }),
  }),
  exclusiveMinimum: (value: unknown) =>
    typeof value === 'number' ? { type: 'number', maximum: value } : undefined,
  exclusiveMaximum: (value: unknown) =>
    typeof value === 'number' ? { type: 'number', minimum: value } : undefined,
  multipleOf: (value: unknown) => ({ type: 'number', '!multipleOf': value }),
  minLength: (value: number) => ({ type: 'string', maxLength: value - 1 }),
  maxLength: (value: number) => ({ type: 'string', minLength: value + 1 }),
  pattern: (value: unknown) => ({ type: 'string', '!pattern': value }),
  minItems: (value: number) => ({ type: 'array', maxItems: value - 1 }),
  maxItems: (value: number) => ({ type: 'array', minItems: value + 1 }),
  contains: (schema: unknown, { minContains, maxContains }) =>
    negateContains(schema, minContains, maxContains),
  // Said with `contains`, and with `if`.
  minContains: () => undefined,
  maxContains: () => undefined,
  then: () => undefined,
  else: () => undefined,
  if: (condition: unknown, { then, else: otherwise }) =>
    either([
      ...(then === undefined ? [] : [{ allOf: [condition, not(then)] }]),
      ...(otherwise === undefined
        ? []
        : [{ allOf: [not(condition), not(otherwise)] }]),
    ]),
  dependentRequired: negateDependencies,
  dependentSchemas: negateDependencies,
  dependencies: negateDependencies,
  uniqueItems: (value: unknown) => (value === true ? UNKNOWN : undefined),
  minProperties: (value: number) => ({
    type: 'object',
    maxProperties: value - 1,
  }),
  maxProperties: (value: number) => ({
    type: 'object',
    minProperties: value + 1,
  }),
  required: (names: unknown) =>
    either(
      listOf(names).map(name => ({
        type: 'object',
        properties: { [wordOf(name)]: false },
      })),
    ),
  properties: (properties: unknown) =>
    either(
      entriesOf(properties).map(([name, schema]) => ({
        type: 'object',
        required: [name],
        properties: { [name]: not(schema) },
      })),
    ),
};

/** A map, so that a word such as `constructor` finds nothing. */
const WORDS = new Map(Object.entries(NEGATIONS));

/** Words that refuse no value. */
const ANNOTATIONS = new Set([
  ...SCHEMA_WORDS_FOR_PEOPLE,
  '$schema',
  '$id',
  'id',
  '$anchor',
  '$comment',
  '$defs',
  'definitions',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

/** Words for what all that is beside them leaves over. */
const UNEVALUATED = ['unevaluatedItems', 'unevaluatedProperties'];

/**
 * The schema of everything that a schema refuses, with the negation pushed down to single words. Words of our own stand for
 * what JSON Schema cannot say: `!enum`, `!pattern`, `!multipleOf`, and `!opaque` for what is known by its text only.
 */
export function negate(node: SchemaNode): SchemaNode {
  return {
    value: negation(node.value, node),
    pointer: `!(${node.pointer})`,
    document: node.document,
  };
}

function negation(value: unknown, node: SchemaNode): unknown {
  if (value === false) return true;
  const schema = asSchema(value);
  if (!schema) return false;
  if (typeof schema.$ref === 'string') {
    const { $ref, ...siblings } = schema;
    if (!node.document.dialect.refSiblings) return { '!ref': $ref };
    // What they leave over depends on what is referred to.
    if (UNEVALUATED.some(word => !allowsEverything(siblings[word] ?? true))) {
      return opaque(schema, node);
    }
    return { anyOf: [{ '!ref': $ref }, not(siblings)] };
  }
  const alternatives = Object.entries(schema).flatMap(([word, argument]) => {
    const one = negateWord(word, argument, schema, node);
    return one === undefined ? [] : [one];
  });
  if (alternatives.length === 0) return false;
  return alternatives.length === 1 ? alternatives[0] : { anyOf: alternatives };
}

/** Words that refuse nothing where what they hold allows everything. */
const APPLICATORS = new Set([
  'additionalItems',
  'additionalProperties',
  'items',
  'propertyNames',
  ...UNEVALUATED,
]);

/** What a word means together with, so that its text alone says too little; a map for the same reason. */
const TOGETHER = new Map([
  ['additionalItems', ['items']],
  ['additionalProperties', ['patternProperties', 'properties']],
  ['items', ['prefixItems']],
]);

function negateWord(
  word: string,
  argument: unknown,
  schema: Schema,
  node: SchemaNode,
): unknown | undefined {
  const make = WORDS.get(word);
  const made = make ? make(argument as never, schema) : UNKNOWN;
  if (made !== UNKNOWN) return made;
  if (ANNOTATIONS.has(word) || word.startsWith('x-')) return undefined;
  if (APPLICATORS.has(word) && allowsEverything(argument)) return undefined;
  return opaque({ [word]: argument, ...beside(word, schema) }, node);
}

function beside(word: string, schema: Schema): Schema {
  if (UNEVALUATED.includes(word)) return schema;
  const others = TOGETHER.get(word) ?? [];
  return Object.fromEntries(others.map(other => [other, schema[other]]));
}

function opaque(schema: Schema, { document }: SchemaNode) {
  return { '!opaque': `not ${document.textOf(schema)}` };
}

/** Fewer are found than have to be, or more than may be. */
function negateContains(schema: unknown, min: unknown, max: unknown): unknown {
  const least = numberOf(min) ?? 1;
  const most = numberOf(max);
  const fewer =
    least === 1
      ? { items: not(schema) }
      : { contains: schema, minContains: 0, maxContains: least - 1 };
  const more = { contains: schema, minContains: (most ?? 0) + 1 };
  return either([
    ...(least > 0 ? [{ type: 'array', ...fewer }] : []),
    ...(most === undefined ? [] : [{ type: 'array', ...more }]),
  ]);
}

/** One of the properties is there without what it asks for. */
function negateDependencies(dependencies: unknown): unknown {
  return either(
    entriesOf(dependencies).map(([name, asked]) => ({
      type: 'object',
      required: [name],
      not: Array.isArray(asked) ? { required: asked } : asked,
    })),
  );
}

/** None holds, or two do. */
function negateOneOf(members: unknown[]): unknown {
  if (members.length === 0) return false;
  if (members.length > 4) return UNKNOWN;
  const pairs = members.flatMap((member, index) =>
    members.slice(index + 1).map(other => ({ allOf: [member, other] })),
  );
  return { anyOf: [{ allOf: members.map(not) }, ...pairs] };
}
