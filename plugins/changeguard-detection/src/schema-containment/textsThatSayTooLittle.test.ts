import { Containment } from './Containment';
import { draft2020 } from './Dialect';
import { SchemaDocument } from './SchemaDocument';

/** What keeps values of one schema from being valid in another; empty when nothing does. */
function kinds(from: unknown, to: unknown): string[] {
  const source = new SchemaDocument('from', from, draft2020);
  const target = new SchemaDocument('to', to, draft2020);
  const { reasons } = new Containment().explain(
    [source.node(from, '')],
    [target.node(to, '')],
  );
  return [...new Set(reasons.map(({ kind }) => kind))];
}

const order = (shared: object, part: object) => ({
  type: 'object',
  allOf: [{ $ref: '#/$defs/Shared' }],
  unevaluatedProperties: false,
  $defs: { Shared: { type: 'object', properties: shared } },
  ...part,
});

/** Overlapping alternatives, of which nothing but their text is known. */
const either = (name: string, other: object) => ({
  oneOf: [{ $ref: `#/$defs/${name}` }, { properties: { id: {} } }],
  $defs: { [name]: other },
});

const dynamic = (word: string, type: string) => ({
  not: { [word]: '#T' },
  $defs: { T: { $dynamicAnchor: 'T', type } },
});

const refused = (properties: object) => ({
  not: { $ref: '#/$defs/A', unevaluatedProperties: false },
  $defs: { A: { properties } },
});

describe('schemas of which words, but not their meaning, are the same', () => {
  it.each([
    [
      'what a reference within overlapping alternatives stands for',
      either('Card', { required: ['card'] }),
      either('Card', { required: ['card', 'holder'] }),
      'undecidable',
    ],
    [
      'a property that unevaluated ones are left over beside',
      { type: 'object', properties: { a: {} }, unevaluatedProperties: false },
      { type: 'object', properties: {}, unevaluatedProperties: false },
      'property-closed',
    ],
    [
      'a property of a part that unevaluated ones are left over beside',
      order({ id: {}, note: {} }, {}),
      order({ id: {} }, {}),
      'property-closed',
    ],
    [
      'items that unevaluated ones are left over beside',
      { type: 'array', prefixItems: [{}, {}], unevaluatedItems: false },
      { type: 'array', prefixItems: [{}], unevaluatedItems: false },
      'item-closed',
    ],
    [
      'an alternative that may look at what is left over',
      {
        type: 'object',
        anyOf: [{ properties: { a: {} } }, {}],
        unevaluatedProperties: false,
      },
      {
        type: 'object',
        anyOf: [{ properties: { b: {} } }, {}],
        unevaluatedProperties: false,
      },
      'undecidable',
    ],
    [
      'properties that refused other ones are beside',
      {
        type: 'object',
        not: { properties: { a: {} }, additionalProperties: { type: 'null' } },
      },
      {
        type: 'object',
        not: {
          properties: { a: {}, b: {} },
          additionalProperties: { type: 'null' },
        },
      },
      'undecidable',
    ],
    [
      'how often refused items may be there',
      { type: 'array', not: { contains: { type: 'null' }, minContains: 2 } },
      { type: 'array', not: { contains: { type: 'null' } } },
      'type',
    ],
    [
      'a format within a listed value',
      { const: { day: 'tomorrow' } },
      { type: 'object', properties: { day: { format: 'date' } } },
      'undecidable',
    ],
    [
      'a format of names, where it is listed which there are',
      { type: 'object', properties: { a: {} }, additionalProperties: false },
      { type: 'object', propertyNames: { format: 'email' } },
      'undecidable',
    ],
    [
      'what a refused dynamic reference stands for',
      dynamic('$dynamicRef', 'string'),
      dynamic('$dynamicRef', 'integer'),
      'undecidable',
    ],
    [
      'properties that are refused already, whichever alternative holds',
      {
        type: 'object',
        oneOf: [{ properties: { a: {} } }, { required: ['z'] }],
        unevaluatedProperties: false,
      },
      { type: 'object', properties: { a: {} }, additionalProperties: false },
      'undecidable',
    ],
    [
      'what a refused reference leaves over',
      refused({ a: {} }),
      refused({ a: {}, b: {} }),
      'undecidable',
    ],
  ])('are not taken for the same: %s', (_, from, to, kind) => {
    expect(kinds(from, from)).toEqual([]);
    expect(kinds(from, to)).toEqual([kind]);
  });

  it.each([
    [
      'another name of what a reference stands for',
      either('Card', { required: ['card'], title: 'a card' }),
      either('Payment', { required: ['card'] }),
    ],
    [
      'a property more, where others were refused',
      order({ id: {} }, {}),
      order({ id: {}, note: { type: 'string' } }, {}),
    ],
    [
      'a property that moved to a part, where others are refused',
      order({ id: {} }, { properties: { note: {} } }),
      order({ id: {}, note: {} }, {}),
    ],
    [
      'a format of names that was asked for before',
      {
        type: 'object',
        properties: { a: {} },
        additionalProperties: false,
        propertyNames: { format: 'email' },
      },
      { type: 'object', propertyNames: { format: 'email' } },
    ],
    [
      'parts that are looked at one by one, where others are refused',
      order({ id: {}, note: {} }, {}),
      {
        type: 'object',
        allOf: [{ properties: { id: {} } }, { properties: { note: {} } }],
        unevaluatedProperties: false,
      },
    ],
    [
      'an alternative that looks at what a pattern does already',
      {
        patternProperties: { '^x': {} },
        oneOf: [{ properties: { xa: {} } }, { required: ['z'] }],
        unevaluatedProperties: false,
      },
      { patternProperties: { '^x': {} }, unevaluatedProperties: false },
    ],
    [
      'a condition that may only say what is said already',
      {
        type: 'object',
        properties: { kind: {} },
        if: { properties: { kind: { const: 'a' } } },
        unevaluatedProperties: false,
      },
      { type: 'object', properties: { kind: {}, note: {} } },
    ],
    [
      'a refused condition',
      { not: { if: { type: 'string' }, then: { minLength: 2 } } },
      { type: 'string', maxLength: 1 },
    ],
    [
      'a refused dependency',
      { not: { dependentRequired: { a: ['b'] } } },
      { type: 'object', required: ['a'], properties: { b: false } },
    ],
    [
      'refused words that refuse nothing',
      {
        not: {
          type: 'object',
          additionalProperties: true,
          propertyNames: {},
          uniqueItems: false,
        },
      },
      { not: { type: 'object' } },
    ],
    [
      'too few of what has to be found',
      { type: 'array', not: { contains: { type: 'null' }, minContains: 2 } },
      { contains: { type: 'null' }, minContains: 0, maxContains: 1 },
    ],
  ])('are found to allow it: %s', (_, from, to) => {
    expect(kinds(from, to)).toEqual([]);
  });
});
