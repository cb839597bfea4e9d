import { Type } from 'avsc';
import fc from 'fast-check';
import { Comparison, defaultBudget, EngineOptions } from '../../Comparison';
import { Fact } from '../../Finding';
import { compareAvro } from './compare';

const options: EngineOptions = {
  budget: defaultBudget,
  now: new Date('2026-01-15T00:00:00Z'),
};

function compare(
  base: unknown,
  revision: unknown,
  compatibility: EngineOptions['compatibility'] = 'backward',
): Comparison<Fact> {
  return compareAvro(JSON.stringify(base), JSON.stringify(revision), {
    ...options,
    compatibility,
  });
}

function factsOf(...asked: Parameters<typeof compare>): Fact[] {
  const comparison = compare(...asked);
  if (comparison.outcome === 'failed') throw new Error(comparison.message);
  return comparison.findings;
}

const record = (name: string, ...fields: object[]) => ({
  type: 'record',
  name,
  fields,
});

/** Schemas in which everything may go wrong that can: names, sizes, symbols, defaults, branches. */
const leaves = ['null', 'boolean', 'int', 'long', 'float', 'double'].concat(
  'string',
  'bytes',
);
const schema = fc.letrec<{ any: unknown; plain: unknown }>(tie => ({
  plain: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom(...leaves),
    tie('any').map(items => ({ type: 'array', items })),
    tie('any').map(values => ({ type: 'map', values })),
    fc
      .tuple(fc.constantFrom('F', 'G'), fc.integer({ min: 1, max: 2 }))
      .map(([name, size]) => ({ type: 'fixed', name, size })),
    fc
      .tuple(
        fc.constantFrom('E', 'F'),
        fc.subarray(['A', 'B', 'C'], { minLength: 1 }),
        fc.boolean(),
      )
      .map(([name, symbols, open]) => ({
        type: 'enum',
        name,
        symbols,
        ...(open && { default: symbols[0] }),
      })),
    fc
      .tuple(
        fc.constantFrom('R', 'S'),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
        fc.array(tie('any'), { minLength: 3, maxLength: 3 }),
        fc.boolean(),
      )
      .map(([name, names, types, aliased]) => ({
        ...record(
          name,
          ...names.map((field, index) => ({
            name: field,
            type: types[index],
            ...(types[index] === 'int' && aliased && { default: 1 }),
          })),
        ),
        ...(aliased && { aliases: ['R'] }),
      })),
  ),
  any: fc.oneof(
    { weight: 3, arbitrary: tie('plain') },
    {
      weight: 1,
      arbitrary: fc.array(tie('plain'), { minLength: 1, maxLength: 3 }),
    },
  ),
})).any;

/** A schema of ours as avsc sees it; none when it is not one to it: a name twice, a union within a union. */
function typeOf(value: unknown): Type | undefined {
  try {
    return Type.forSchema(value as Parameters<typeof Type.forSchema>[0], {
      wrapUnions: true,
    });
  } catch {
    return undefined;
  }
}

function canRead(reader: Type, writer: Type): boolean {
  try {
    reader.createResolver(writer, { ignoreNamespaces: true });
    return true;
  } catch {
    return false;
  }
}

describe('comparing Avro schemas', () => {
  it('agrees with avsc about who can read what', () => {
    fc.assert(
      fc.property(schema, schema, (base, revision) => {
        const writer = typeOf(base);
        const reader = typeOf(revision);
        fc.pre(writer !== undefined && reader !== undefined);
        expect(factsOf(base, revision).length === 0).toBe(
          canRead(reader!, writer!),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds nothing in any schema compared with itself', () => {
    fc.assert(
      fc.property(schema, one => {
        fc.pre(typeOf(one) !== undefined);
        expect(factsOf(one, one, 'full')).toEqual([]);
      }),
    );
  });

  const order = (type: unknown) =>
    record(
      'Order',
      { name: 'id', type: 'string' },
      {
        name: 'lines',
        type: { type: 'array', items: record('Line', { name: 'size', type }) },
      },
    );

  it('tells facts apart that are longer than what is shown of them', () => {
    const events = (last: string) =>
      Array.from({ length: 40 }, (_, index) => ({
        type: 'record',
        name: index === 39 ? last : `OrderEvent${index}`,
        fields: [],
      }));
    const [paid, sent] = ['Paid', 'Sent'].map(last =>
      factsOf(
        record('Order'),
        record('Order', { name: 'event', type: events(last) }),
      ),
    );
    expect(paid[0].after).toHaveLength(300);
    expect(paid[0].after).toBe(sent[0].after);
    expect(paid[0].digests).not.toEqual(sent[0].digests);
  });

  it('says where, in both texts and in names', () => {
    const [fact] = factsOf(order('string'), order('int'));
    expect(fact).toMatchObject({
      rule: 'type-mismatch',
      side: 'writer',
      pointer: '/fields/1/type/items/fields/0/type',
      before: 'string',
      after: 'int',
      details: { path: 'lines.*.size' },
      beforeRange: { startLine: 1 },
    });
  });

  it('compares both ways when asked for neither', () => {
    const found = factsOf(order('int'), order('long'), 'full');
    expect(found.map(({ rule }) => rule)).toEqual(['type-mismatch-forward']);
  });

  it('reads an aliased record and field', () => {
    const old = record('com.shop.Order', { name: 'id', type: 'int' });
    const now = {
      ...record('Purchase', { name: 'key', aliases: ['id'], type: 'long' }),
      aliases: ['com.shop.Order'],
    };
    expect(factsOf(old, now)).toEqual([]);
  });

  it('follows types that contain themselves, and finds what differs within', () => {
    const tree = (type: string) =>
      record(
        'Tree',
        { name: 'next', type: ['null', 'Tree'] },
        { name: 'value', type },
      );
    expect(factsOf(tree('int'), tree('int'), 'full')).toEqual([]);
    expect(factsOf(tree('string'), tree('int'))).toMatchObject([
      { rule: 'type-mismatch', details: { path: 'value' } },
    ]);
    const within = (type: string) => ['null', tree(type)];
    expect(factsOf(within('string'), within('int'))).toMatchObject([
      { rule: 'missing-union-branch' },
    ]);
  });

  describe('of logical types', () => {
    const total = (type: unknown) => record('Order', { name: 'total', type });
    const decimal = (precision: unknown, scale?: unknown) => ({
      ...{ type: 'bytes', logicalType: 'decimal' },
      ...{ precision, scale },
    });
    const logical = (type: string, logicalType: string) => ({
      ...{ type, logicalType },
    });
    const rulesOf = (base: unknown, revision: unknown) =>
      factsOf(total(base), total(revision)).map(({ rule }) => rule);

    it('says what is written and read, and where', () => {
      const found = factsOf(
        total(decimal(10, 2)),
        total(decimal(12, 2)),
        'full',
      );
      expect(found).toMatchObject([
        {
          rule: 'decimal-mismatch',
          side: 'writer',
          pointer: '/fields/0/type',
          before: 'decimal(10, 2)',
          after: 'decimal(12, 2)',
          details: { path: 'total' },
        },
        {
          rule: 'decimal-mismatch-forward',
          side: 'reader',
          before: 'decimal(10, 2)',
          after: 'decimal(12, 2)',
        },
      ]);
    });

    it.each([
      ['another scale', decimal(10, 2), decimal(10, 4), 'decimal-mismatch'],
      ['a scale that was left out', decimal(10), decimal(10, 0), undefined],
      [
        'a scale in a branch of a union',
        ['null', decimal(10, 2)],
        ['null', 'string', decimal(10, 4)],
        'decimal-mismatch',
      ],
      [
        'a scale once it may be left out',
        decimal(10, 2),
        ['null', decimal(10, 4)],
        'decimal-mismatch',
      ],
      [
        'a scale within a list',
        { type: 'array', items: decimal(10, 2) },
        { type: 'array', items: decimal(10, 4) },
        'decimal-mismatch',
      ],
      [
        'a scale of fixed bytes',
        { ...decimal(10, 2), type: 'fixed', name: 'Money', size: 8 },
        { ...decimal(10, 4), type: 'fixed', name: 'Money', size: 8 },
        'decimal-mismatch',
      ],
      [
        'milliseconds for microseconds',
        logical('long', 'timestamp-millis'),
        logical('long', 'timestamp-micros'),
        'logical-type-mismatch',
      ],
      [
        'days that are promoted to milliseconds',
        logical('int', 'date'),
        logical('long', 'timestamp-millis'),
        'logical-type-mismatch',
      ],
      [
        'a decimal whose scale comes with each value',
        decimal(10, 2),
        logical('bytes', 'big-decimal'),
        'logical-type-mismatch',
      ],
      [
        'a decimal that is a decimal no more',
        decimal(10, 2),
        'bytes',
        'logical-type-undeclared',
      ],
      [
        'a text that becomes a UUID',
        'string',
        logical('string', 'uuid'),
        'logical-type-undeclared',
      ],
      [
        'a type that somebody made up',
        logical('string', 'parcel-number'),
        logical('string', 'crate-number'),
        'logical-type-undeclared',
      ],
      [
        'a UUID once it may be left out',
        logical('string', 'uuid'),
        ['null', logical('string', 'uuid')],
        undefined,
      ],
      [
        'fixed bytes of another name and scale',
        { ...decimal(9, 2), type: 'fixed', name: 'Price', size: 8 },
        { ...decimal(9, 4), type: 'fixed', name: 'Money', size: 8 },
        'name-mismatch',
        'decimal-mismatch',
      ],
      [
        'fixed bytes of another size and scale, of which the size is told alone',
        { ...decimal(9, 2), type: 'fixed', name: 'Money', size: 8 },
        { ...decimal(9, 4), type: 'fixed', name: 'Money', size: 9 },
        'fixed-size-mismatch',
      ],
      ...[
        { type: 'array', items: 'string' },
        { type: 'map', values: 'string' },
        { type: 'enum', name: 'Kind', symbols: ['A'] },
        record('Parcel', { name: 'id', type: 'string' }),
      ].flatMap((type): [string, unknown, unknown, string | undefined][] => [
        [
          `a type that somebody made up of ${type.type}s`,
          type,
          { ...type, logicalType: 'parcel' },
          'logical-type-undeclared',
        ],
        [
          `a UUID on ${type.type}s, which cannot bear one`,
          type,
          { ...type, logicalType: 'uuid' },
          undefined,
        ],
      ]),
      [
        'a type that somebody made up in the place of one of the specification',
        logical('string', 'uuid'),
        logical('string', 'parcel-number'),
        'logical-type-undeclared',
      ],
      [
        'a date on what cannot bear one',
        logical('string', 'date'),
        'string',
        undefined,
      ],
      [
        'a decimal with more scale than precision',
        decimal(2, 4),
        'bytes',
        undefined,
      ],
      [
        'a decimal with more digits than its bytes hold',
        { ...decimal(19, 2), type: 'fixed', name: 'Money', size: 8 },
        { type: 'fixed', name: 'Money', size: 8 },
        undefined,
      ],
      [
        'another type of bytes, which is told alone',
        decimal(10, 2),
        logical('long', 'timestamp-millis'),
        'type-mismatch',
      ],
      [
        'a logical type beside the type of a field, where it says nothing',
        'long',
        { type: { type: 'long' }, logicalType: 'timestamp-millis' },
        undefined,
      ],
      [
        'a word of JavaScript',
        'long',
        logical('long', 'constructor'),
        'logical-type-undeclared',
      ],
    ])('compares %s', (_, base, revision, ...rules) => {
      expect(rulesOf(base, revision)).toEqual(rules.filter(Boolean));
      expect(rulesOf(base, base)).toEqual([]);
    });

    it('tells what a named type means at every place where it is used', () => {
      const invoice = (scale: number) => {
        const type = { ...decimal(9, scale), type: 'fixed', size: 8 };
        return record(
          'Invoice',
          { name: 'net', type: { ...type, name: 'Money' } },
          { name: 'tax', type: 'Money' },
          { name: 'discount', type: ['null', 'Money'] },
        );
      };
      const found = factsOf(invoice(2), invoice(4));
      expect(found.map(({ rule, details }) => [rule, details.path])).toEqual([
        ['decimal-mismatch', 'net'],
        ['decimal-mismatch', 'tax'],
        ['decimal-mismatch', 'discount'],
      ]);
    });

    it('chooses a branch by what it reads, though another was compared before', () => {
      const paid = (name: string, unit: string) =>
        record(name, {
          name: 'at',
          type: logical('long', `timestamp-${unit}`),
        });
      const found = factsOf(
        record(
          'Order',
          { name: 'first', type: paid('Paid', 'millis') },
          { name: 'last', type: 'Paid' },
        ),
        record(
          'Order',
          { name: 'first', type: paid('Settled', 'millis') },
          { name: 'last', type: ['Settled', paid('Paid', 'micros')] },
        ),
      );
      expect(found.map(({ rule, details }) => [rule, details.path])).toEqual([
        ['name-mismatch', 'first'],
        ['logical-type-mismatch', 'last.at'],
      ]);
    });
  });

  it('reads everything that an empty union writes', () => {
    expect(factsOf([], ['int'])).toEqual([]);
    expect(factsOf(['int'], [])).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['a type nobody defines', '{"type": "array", "items": "Money"}'],
    [
      'a name twice',
      '[{"type":"fixed","name":"A","size":1},{"type":"fixed","name":"A","size":1}]',
    ],
    ['a record without fields', '{"type":"record","name":"A"}'],
    ['fields without names', '{"type":"record","name":"A","fields":[null]}'],
    ['a type without a name', '{"type":"enum","symbols":["A"]}'],
    ['symbols that are none', '{"type":"enum","name":"A","symbols":[1]}'],
    ['a fixed without a size', '{"type":"fixed","name":"A"}'],
    ['a number', '42'],
    ['a word of JavaScript', '"constructor"'],
    ['a union of everything', JSON.stringify(Array(1_001).fill('int'))],
  ])('explains %s in place of a schema', (_, text) => {
    expect(compareAvro(text, text, options)).toMatchObject({
      outcome: 'failed',
      reason: 'parse-error',
      which: 'base',
      message: expect.stringMatching(/\.$/),
    });
  });
});
