import fc from 'fast-check';
import { defaultBudget } from '../../Comparison';
import { judge } from '../../judge';
import { compareJsonSchema } from './compare';
import { jsonSchemaRules } from './rules';

type Schema = Record<string, any>;

const options = { budget: defaultBudget, now: new Date(0) };

const RULES = new Map(jsonSchemaRules.map(rule => [rule.id, rule]));

function findings(base: unknown, revision: unknown) {
  const comparison = compareJsonSchema(
    JSON.stringify(base),
    JSON.stringify(revision),
    options,
  );
  if (comparison.outcome !== 'compared') throw new Error(comparison.outcome);
  return judge(comparison.findings, {
    rules: RULES,
    engine: 'json-schema',
    engineVersion: '1',
  });
}

const fingerprints = (base: unknown, revision: unknown) =>
  findings(base, revision).map(({ fingerprint }) => fingerprint);

/** An order, with a place for every difference below to happen at. */
function order(isClosed: boolean): Schema {
  const texts = ['a', 'b', 'c'].map(name => [name, { type: 'string' }]);
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(texts),
      title: { type: 'string' },
      state: { enum: ['open', 'paid', 'sent', 'lost'] },
      kind: { type: ['string', 'integer', 'boolean', 'null'] },
      count: { type: 'number', minimum: 1, maximum: 100 },
      code: { type: 'string', minLength: 1 },
      label: { type: 'string', allOf: [{ maxLength: 9 }] },
      free: {},
      lines: { type: 'array', items: { $ref: '#/$defs/line' } },
      bill: { $ref: '#/$defs/address' },
      ship: { $ref: '#/$defs/address' },
      parcel: { $ref: '#/$defs/parcel' },
    },
    required: ['code', 'count', 'state'],
    ...(isClosed ? { additionalProperties: false } : {}),
    $defs: {
      line: {
        type: 'object',
        properties: { sku: { type: 'string' }, note: { type: 'string' } },
        required: ['sku', 'note'],
      },
      address: {
        type: 'object',
        properties: { street: { type: 'string' }, zip: { type: 'string' } },
      },
      place: { type: 'object', required: ['planet'] },
      parcel: {
        type: 'object',
        properties: {
          from: { $ref: '#/$defs/address' },
          within: { $ref: '#/$defs/parcel' },
        },
      },
    },
  };
}

/** Differences by name; of two with the same beginning only one can happen. */
const DIFFERENCES: Readonly<Record<string, (schema: Schema) => void>> = {
  ...each('required', ['a', 'b', 'c', 'title'], (schema, name) => {
    schema.required.push(name);
  }),
  ...each('optional', ['code', 'count', 'state'], (schema, name) => {
    schema.required = schema.required.filter((one: string) => one !== name);
  }),
  ...each('retyped', ['a', 'b', 'c', 'title'], (schema, name) => {
    schema.properties[name] = { type: 'integer' };
  }),
  ...each('new', ['x', 'y', 'z'], (schema, name) => {
    schema.properties[name] = { type: 'string' };
  }),
  ...each('less', ['paid', 'sent', 'lost'], (schema, value) => {
    const { state } = schema.properties;
    state.enum = state.enum.filter((one: string) => one !== value);
  }),
  ...each('more', ['held', 'gone'], (schema, value) => {
    schema.properties.state.enum.push(value);
  }),
  ...each('untyped', ['integer', 'boolean', 'null'], (schema, type) => {
    const { kind } = schema.properties;
    kind.type = kind.type.filter((one: string) => one !== type);
  }),
  ...each('typed', ['array', 'object'], (schema, type) => {
    schema.properties.kind.type.push(type);
  }),
  ...each('minimum', ['2', '3'], (schema, bound) => {
    schema.properties.count.minimum = Number(bound);
  }),
  ...each('maximum', ['90', '110'], (schema, bound) => {
    schema.properties.count.maximum = Number(bound);
  }),
  ...each('shorter', ['7', '8'], (schema, most) => {
    schema.properties.label.allOf = [{ maxLength: Number(most) }];
  }),
  ...each('listed', ['55', '60'], (schema, count) => {
    schema.properties.code.enum = Array.from(
      { length: Number(count) },
      (_, index) => `a code that is long, and is the number ${index}`,
    );
  }),
  ...each('limited', ['line', 'address'], (schema, name) => {
    schema.properties.free = { $ref: `#/$defs/${name}` };
  }),
  ...each('line', ['sku', 'note'], (schema, name) => {
    const { line } = schema.$defs;
    line.required = line.required.filter((one: string) => one !== name);
  }),
  ...each('address', ['street', 'zip'], (schema, name) => {
    schema.$defs.address.properties[name].maxLength = 20;
  }),
  ...each('moved', ['bill', 'ship'], (schema, name) => {
    schema.properties[name] = { $ref: '#/$defs/place' };
  }),
};

/** Of these, each replaces what another one does. */
const EXCLUSIVE = /^(minimum|maximum|shorter|listed|limited) /;

/** These are about what others are about: what `free` is limited to, and what is said of an address. */
const RELATED: Readonly<Record<string, RegExp>> = {
  'limited line': /^line /,
  'limited address': /^address /,
  'moved bill': /^address /,
  'moved ship': /^address /,
};

function each(
  verb: string,
  names: readonly string[],
  change: (schema: Schema, name: string) => void,
): Record<string, (schema: Schema) => void> {
  return Object.fromEntries(
    names.map(name => [
      `${verb} ${name}`,
      (schema: Schema) => change(schema, name),
    ]),
  );
}

function revised(isClosed: boolean, names: readonly string[]): Schema {
  const schema = order(isClosed);
  for (const name of names) DIFFERENCES[name](schema);
  return schema;
}

const verbOf = (name: string) => name.split(' ')[0];

/** Whether all of them can happen to one schema, each for itself. */
function areApart(names: readonly string[]): boolean {
  const verbs = names.filter(name => EXCLUSIVE.test(name)).map(verbOf);
  return (
    new Set(verbs).size === verbs.length &&
    !names.some(name => names.some(other => RELATED[name]?.test(other)))
  );
}

const differences = fc
  .uniqueArray(fc.constantFrom(...Object.keys(DIFFERENCES)), {
    minLength: 2,
    maxLength: 8,
  })
  .filter(areApart);

describe('fingerprints of JSON Schema', () => {
  it('stay as they are when something else changes as well', () => {
    fc.assert(
      fc.property(fc.boolean(), differences, (isClosed, [added, ...first]) => {
        const base = order(isClosed);
        const accepted = fingerprints(base, revised(isClosed, first));
        const later = fingerprints(base, revised(isClosed, [...first, added]));
        expect(later).toEqual(expect.arrayContaining(accepted));
      }),
      { numRuns: 300 },
    );
  });

  it.each([false, true])(
    'never let another difference pass, in an object that is closed: %s',
    isClosed => {
      const base = order(isClosed);
      const told = Object.keys(DIFFERENCES).map(name => ({
        name,
        found: fingerprints(base, revised(isClosed, [name])),
      }));
      for (const { name: one, found: accepted } of told) {
        expect(accepted).not.toEqual([]);
        const passing = told
          .filter(({ found }) => found.every(fp => accepted.includes(fp)))
          .map(({ name }) => name);
        expect(passing).toEqual([one]);
      }
    },
  );

  it('stay those of a shared schema where another use of it goes', () => {
    const base = order(true);
    const changed = revised(true, ['address zip']);
    const accepted = fingerprints(base, changed);
    delete changed.properties.bill;
    const gone = structuredClone(base);
    delete gone.properties.bill;
    const later = fingerprints(base, changed).filter(
      one => !fingerprints(base, gone).includes(one),
    );
    expect(later).not.toEqual([]);
    expect(accepted).toEqual(expect.arrayContaining(later));
  });

  it('never let more pass than was accepted', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        differences,
        differences,
        (isClosed, first, second) => {
          const base = order(isClosed);
          const accepted = fingerprints(base, revised(isClosed, first));
          const found = fingerprints(base, revised(isClosed, second));
          fc.pre(second.some(name => !first.includes(name)));
          expect(accepted).not.toEqual(expect.arrayContaining(found));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are as many as there are differences, however many these are', () => {
    const properties = (count: number, type: string) => ({
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`p${index}`, { type }]),
      ),
    });
    const base = properties(300, 'string');
    expect(fingerprints(base, properties(300, 'integer'))).toHaveLength(600);
    const most = properties(300, 'string');
    Object.assign(most.properties, properties(250, 'integer').properties);
    const one = structuredClone(most);
    one.properties.p299 = { type: 'integer' };
    expect(fingerprints(base, most)).toHaveLength(500);
    expect(fingerprints(base, one)).toHaveLength(502);
  });

  it('fails rather than telling a part where differences are too many', () => {
    const properties = (type: string) =>
      JSON.stringify({
        type: 'object',
        properties: Object.fromEntries(
          Array.from({ length: 20_001 }, (_, index) => [`p${index}`, { type }]),
        ),
      });
    expect(
      compareJsonSchema(properties('string'), properties('integer'), options),
    ).toMatchObject({
      outcome: 'failed',
      reason: 'too-large',
      message: expect.stringContaining('more than 20000 places'),
    });
  });

  it('do not depend on the order of lists that are sets', () => {
    const base = { enum: ['A', 'B', 'C'], required: ['x', 'y'] };
    expect(
      fingerprints(base, { enum: ['A', 'B'], required: ['x', 'y', 'z'] }),
    ).toEqual(
      fingerprints(base, { enum: ['B', 'A'], required: ['z', 'y', 'x'] }),
    );
  });
});
