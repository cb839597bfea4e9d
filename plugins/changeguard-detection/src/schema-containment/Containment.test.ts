import { Containment } from './Containment';
import { Dialect, dialectOf, draft2020 } from './Dialect';
import { PlacedReason } from './placedReasons';
import { SchemaDocument } from './SchemaDocument';

function readIn(schema: unknown): Dialect {
  const written = dialectOf(schema);
  if (written.outcome === 'unsupported') throw new Error(written.uri);
  return written.dialect;
}

function reasons(from: unknown, to: unknown): readonly PlacedReason[] {
  const source = new SchemaDocument('from', from, readIn(from));
  const target = new SchemaDocument('to', to, readIn(to));
  return new Containment().explain(
    [source.node(from, '')],
    [target.node(to, '')],
  ).reasons;
}

const kinds = (from: unknown, to: unknown) =>
  reasons(from, to).map(({ kind }) => kind);

describe('Containment', () => {
  it.each([
    ['an integer is a number', { type: 'integer' }, { type: 'number' }],
    [
      'bounds within bounds',
      { type: 'number', minimum: 2, maximum: 3 },
      { minimum: 1 },
    ],
    [
      'an exclusive bound of integers',
      { type: 'integer', exclusiveMinimum: 4 },
      { minimum: 5 },
    ],
    [
      'multiples of multiples',
      { type: 'number', multipleOf: 6 },
      { multipleOf: 1.5 },
    ],
    [
      'two steps together',
      { type: 'integer', allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] },
      { multipleOf: 12 },
    ],
    [
      'a range in two parts',
      { type: 'integer', minimum: 1, maximum: 8 },
      { anyOf: [{ maximum: 4 }, { minimum: 5 }] },
    ],
    ['all values of a boolean', { type: 'boolean' }, { enum: [true, false] }],
    [
      'nothing fits',
      { type: 'string', minLength: 3, maxLength: 2 },
      { type: 'null' },
    ],
    [
      'a tuple in a list',
      { type: 'array', prefixItems: [{ type: 'integer' }], items: false },
      { items: { type: 'number' } },
    ],
    [
      'a closed object in an open one',
      { type: 'object', properties: { a: {} }, additionalProperties: false },
      { properties: { b: { type: 'string' } } },
    ],
    [
      'alternatives told apart by a value',
      {
        properties: { k: { enum: ['a', 'b'] } },
        required: ['k'],
        type: 'object',
      },
      {
        oneOf: [
          {
            properties: { k: { const: 'a' } },
            required: ['k'],
            type: 'object',
          },
          {
            properties: { k: { const: 'b' } },
            required: ['k'],
            type: 'object',
          },
        ],
      },
    ],
    [
      'a condition written as alternatives',
      { if: { type: 'string' }, then: { minLength: 2 } },
      {
        anyOf: [{ type: 'string', minLength: 1 }, { not: { type: 'string' } }],
      },
    ],
    [
      'a pattern within a pattern',
      { type: 'string', pattern: '^(ab)+$' },
      { pattern: '^[ab]*$' },
    ],
    [
      'a pattern that says a length',
      { type: 'string', pattern: '.{2,}' },
      { minLength: 2 },
    ],
    [
      'a draft 4 bound',
      {
        $schema: 'http://json-schema.org/draft-04/schema#',
        type: 'number',
        minimum: 1,
        exclusiveMinimum: true,
      },
      { exclusiveMinimum: 1 },
    ],
    [
      'a property of a name that is refused',
      {
        type: 'object',
        properties: { A: { type: 'string' }, b: {} },
        propertyNames: { pattern: '^[a-z]$' },
        additionalProperties: false,
      },
      {
        properties: { A: { type: 'null' } },
        propertyNames: { pattern: '^[a-z]$' },
      },
    ],
    [
      'what needs a property of a name that is refused',
      { type: 'object', required: ['ab'], propertyNames: { maxLength: 1 } },
      { type: 'null' },
    ],
    [
      'anything where a condition asks for nothing',
      {},
      { if: { type: 'string', pattern: 'a' }, then: {} },
    ],
    [
      'a dependency with what it asks for',
      { type: 'object', required: ['a', 'b'] },
      { dependentRequired: { a: ['b'] } },
    ],
  ])('holds: %s', (_, from, to) => {
    expect(reasons(from, to)).toEqual([]);
  });

  it('minds no words that objects of JavaScript have by themselves', () => {
    for (const word of ['toString', 'constructor', 'valueOf']) {
      const refused = { not: { [word]: [] } };
      expect(reasons(refused, refused)).toEqual([]);
    }
  });

  it.each([
    ['type', { type: ['string', 'null'] }, { type: 'string' }],
    ['enum', { enum: ['a', 'b'] }, { enum: ['a'] }],
    ['minimum', { type: 'number', minimum: 1 }, { type: 'number', minimum: 2 }],
    [
      'multiple-of',
      { type: 'number', multipleOf: 2 },
      { type: 'number', multipleOf: 4 },
    ],
    [
      'pattern',
      { type: 'string', pattern: '^a' },
      { type: 'string', pattern: '^b' },
    ],
    ['required', { type: 'object' }, { type: 'object', required: ['a'] }],
    [
      'property-closed',
      { type: 'object' },
      { type: 'object', additionalProperties: false },
    ],
    [
      'property-undeclared',
      { type: 'object' },
      { type: 'object', properties: { a: { type: 'string' } } },
    ],
    [
      'contains',
      { type: 'array' },
      { type: 'array', contains: { type: 'null' } },
    ],
    ['format', { type: 'string' }, { type: 'string', format: 'uuid' }],
    [
      'undecidable',
      { type: 'string', minLength: 1 },
      { type: 'string', pattern: '(?=a).' },
    ],
    [
      'undecidable',
      { type: 'object' },
      {
        type: 'object',
        anyOf: [{ properties: { a: {} } }, {}],
        unevaluatedProperties: false,
      },
    ],
  ])('gives the reason %s', (kind, from, to) => {
    expect(kinds(from, to)).toEqual([kind]);
  });

  it('says where a reason is', () => {
    const list = (type: string) => ({
      type: 'object',
      properties: { rows: { $ref: '#/$defs/rows' } },
      $defs: { rows: { type: 'array', items: { type } } },
    });
    expect(reasons(list('number'), list('integer'))).toMatchObject([
      { kind: 'type', path: '/rows/*', from: '/$defs/rows/items' },
    ]);
  });

  it('compares schemas that refer to each other once a pair', () => {
    const size = 60;
    const names = Array.from({ length: size }, (_, index) => `S${index}`);
    const clique = (length: number) => ({
      $ref: '#/$defs/S0',
      $defs: Object.fromEntries(
        names.map(name => [
          name,
          {
            type: 'object',
            properties: {
              ...Object.fromEntries(
                names.map(one => [one, { $ref: `#/$defs/${one}` }]),
              ),
              text: { type: 'string', maxLength: length },
            },
          },
        ]),
      ),
    });
    const documents = [5, 4].map(
      length => new SchemaDocument(`${length}`, clique(length), draft2020),
    );
    const containment = new Containment();
    const [from, to] = documents.map(one => [one.node(one.root, '')]);
    expect(containment.explain(from, to).reasons).toHaveLength(size);
    expect(containment.pairs).toBeLessThanOrEqual(2 * size + 2);
  });

  it('follows a chain of references that is longer than any stack', () => {
    const length = 20_000;
    const chain = (max: number) => ({
      $ref: '#/$defs/S0',
      $defs: {
        ...Object.fromEntries(
          Array.from({ length }, (_, index) => [
            `S${index}`,
            {
              type: 'object',
              properties: { next: { $ref: `#/$defs/S${index + 1}` } },
            },
          ]),
        ),
        [`S${length}`]: { type: 'string', maxLength: max },
      },
    });
    expect(kinds(chain(5), chain(6))).toEqual([]);
    expect(kinds(chain(6), chain(5))).toEqual(['max-length']);
  });

  it('follows alternatives that lead deeper than any stack', () => {
    const length = 500;
    const chain = (max: number) => ({
      $ref: '#/$defs/S0',
      $defs: {
        ...Object.fromEntries(
          Array.from({ length }, (_, index) => {
            const kindOf = (kind: string) => ({
              type: 'object',
              required: ['kind'],
              properties: {
                kind: { const: kind },
                next: { $ref: `#/$defs/S${index + 1}` },
              },
            });
            return [`S${index}`, { anyOf: [kindOf('a'), kindOf('b')] }];
          }),
        ),
        [`S${length}`]: { type: 'string', maxLength: max },
      },
    });
    expect(kinds(chain(5), chain(6))).toEqual([]);
    expect(kinds(chain(6), chain(5))).toEqual(['max-length']);
  });

  it('compares schemas that lead back and forth once a pair, whichever of them differs', () => {
    const size = 60;
    const nodeOf = (differing: number, maxLength: number) => {
      const $defs = Object.fromEntries(
        Array.from({ length: size }, (_, index) => {
          const others = [index - 1, index + 1].filter(
            other => other >= 0 && other < size,
          );
          const properties: Record<string, object> = Object.fromEntries(
            others.map(other => [`p${other}`, { $ref: `#/$defs/S${other}` }]),
          );
          if (index === differing) {
            properties.text = { type: 'string', maxLength };
          }
          return [`S${index}`, { type: 'object', properties }];
        }),
      );
      const properties = Object.fromEntries(
        Object.keys($defs).map(name => [name, { $ref: `#/$defs/${name}` }]),
      );
      const root = { type: 'object', properties, $defs };
      return [
        new SchemaDocument(`${maxLength}`, root, draft2020).node(root, ''),
      ];
    };
    for (const differing of [0, 30, 59]) {
      const containment = new Containment();
      const told = containment.explain(
        nodeOf(differing, 9),
        nodeOf(differing, 5),
      ).reasons;
      // Wherever it begins there is one way to what differs.
      expect(told).toHaveLength(size);
      expect(containment.pairs).toBeLessThanOrEqual(size + 2);
    }
  });

  it.each([
    [9, []],
    [5, ['max-length']],
  ])(
    'takes the next alternative where the first turns out not to hold, for texts of up to %i: %j',
    (maxLength, told) => {
      const part = (text: object, next: object) => ({
        type: 'object',
        properties: { text, next },
      });
      const text = (most: number) => ({ type: 'string', maxLength: most });
      const list = {
        $ref: '#/$defs/list',
        $defs: { list: part(text(9), { $ref: '#/$defs/list' }) },
      };
      const either = {
        $ref: '#/$defs/wide',
        $defs: {
          narrow: part(text(4), { $ref: '#/$defs/narrow' }),
          wide: part(text(maxLength), {
            anyOf: [{ $ref: '#/$defs/narrow' }, { $ref: '#/$defs/wide' }],
          }),
        },
      };
      expect([...new Set(kinds(list, either))]).toEqual(told);
    },
  );

  it('gives up on too many alternatives instead of going on for ever', () => {
    const many = (letter: string) => ({
      allOf: Array.from({ length: 20 }, (_, index) => ({
        anyOf: [{ minLength: index }, { pattern: `${letter}${index}` }],
      })),
    });
    expect(kinds(many('a'), many('b'))).toEqual(['undecidable']);
  });

  it('does not remember as fine what waited for an answer deep below', () => {
    const nested = (maxLength: number) => {
      let schema: object = { type: 'string', maxLength };
      for (let depth = 0; depth < 60; depth++) {
        schema = { type: 'object', properties: { next: schema } };
      }
      const document = new SchemaDocument(`${maxLength}`, schema, draft2020);
      return [document.node(schema, '')];
    };
    const [narrow, wide] = [nested(4), nested(5)];
    const containment = new Containment();
    expect(containment.holds(wide, narrow, 200)).toBe(false);
    expect(containment.holds(wide, narrow, 200)).toBe(false);
    expect(containment.holds(narrow, wide, 200)).toBe(true);
    expect(containment.holds(narrow, wide, 200)).toBe(true);
  });

  it('forgets what only failed because it looked no further', () => {
    const part = { type: 'object', properties: { id: { type: 'string' } } };
    const wide = (shared: object) => {
      const others = Array.from({ length: 250 }, (_, index) => [
        `p${index}`,
        { type: 'object', properties: { [`q${index}`]: shared } },
      ]);
      return {
        type: 'object',
        properties: {
          z: { type: 'object', properties: { part: { $ref: '#/$defs/Part' } } },
          ...Object.fromEntries(others),
        },
        $defs: { Part: shared },
      };
    };
    const [from, to] = [part, { allOf: [part] }].map((shared, index) => {
      const schema = wide(shared);
      const document = new SchemaDocument(`${index}`, schema, draft2020);
      return {
        whole: [document.node(schema, '')],
        z: [document.node(schema.properties.z, '/properties/z')],
      };
    });
    const containment = new Containment();
    for (let most = 1; most < 20; most++) {
      expect(containment.holds(from.whole, to.whole, most)).toBe(false);
    }
    expect(containment.holds(from.z, to.z, 200)).toBe(true);
    expect(containment.holds(from.whole, to.whole, 2_000)).toBe(true);
  });

  describe('that may ask no more', () => {
    const parts = Array.from({ length: 20 }, (_, index) => `p${index}`);
    const nodesOf = (maxLength: number) => {
      const schema = {
        type: 'object',
        properties: Object.fromEntries(
          parts.map(name => [
            name,
            { type: 'object', properties: { [name]: { maxLength } } },
          ]),
        ),
      };
      const document = new SchemaDocument(`${maxLength}`, schema, draft2020);
      return [document.node(schema, '')];
    };
    const [narrow, wide] = [nodesOf(4), nodesOf(5)];

    it('proves with enough questions what holds, and nothing else', () => {
      expect(new Containment(1_000).holds(narrow, wide, 200)).toBe(true);
      expect(new Containment(1_000).holds(wide, narrow, 200)).toBe(false);
    });

    it.each([0, 1, 10, 20, 25])('proves nothing after %i', most => {
      const containment = new Containment(most);
      expect(containment.holds(narrow, wide, 200)).toBe(false);
      expect(containment.holds(narrow, wide, 200)).toBe(false);
      expect(containment.holds(wide, narrow, 200)).toBe(false);
    });

    it('says that the rest is undecidable', () => {
      const { reasons: told, isWhole } = new Containment(10).explain(
        narrow,
        wide,
      );
      expect(isWhole).toBe(false);
      expect(new Set(told.map(({ kind }) => kind))).toEqual(
        new Set(['undecidable']),
      );
    });
  });
});
