import { defaultBudget } from './Comparison';
import { formats } from './formats';

/** Compares two texts; a value is written as JSON. */
async function compare(id: string, base: unknown, revision: unknown = base) {
  const [before, after] = [base, revision].map(value =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  return formats.get(id)!.compare(before, after, {
    budget: defaultBudget,
    now: new Date('2026-01-15T00:00:00Z'),
  });
}

const draft3 = { $schema: 'http://json-schema.org/draft-03/schema#' };
const openApi = (version: string, paths: unknown = {}) => ({
  openapi: version,
  info: { title: 'Orders', version: '1' },
  paths,
});
const body = (schema: unknown) =>
  openApi('3.1.0', {
    '/orders': {
      post: {
        requestBody: { content: { 'application/json': { schema } } },
        responses: {},
      },
    },
  });
const order = (field: object) => ({
  type: 'record',
  name: 'Order',
  fields: [field],
});
const asyncApi = (version: string, more: object = {}) => ({
  asyncapi: version,
  info: { title: 'Orders', version: '1' },
  channels: {},
  ...more,
});

describe('what is no definition', () => {
  it.each([
    ['json-schema', 'hello world', 'hello mars'],
    ['json-schema', '5', '6'],
    ['json-schema', '[1, 2]', '["x"]'],
    ['json-schema', 'null', 'null'],
    ['openapi', openApi('3.0.0', [1, 2]), openApi('3.0.0', 'x')],
    ['openapi', '{}', '{}'],
    [
      'asyncapi',
      asyncApi('3.0.0', { channels: [1] }),
      asyncApi('3.0.0', { channels: 'x' }),
    ],
    ['asyncapi', '5', '6'],
    ['avro', 'hello world', 'hello mars'],
    ['avro', '[1, 2]', '["x"]'],
    ['graphql', '# nothing', '# nothing else'],
    ['graphql', 'hello', 'world'],
    ['sql', 'hello world', 'hello mars'],
    ['protobuf', 'hello world', 'hello mars'],
  ])('is never taken for one: %s %j', async (id, base, revision) => {
    expect(await compare(id, base, revision)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/\.$/),
    });
    expect(await compare(id, base)).toMatchObject({ outcome: 'failed' });
  });
});

describe('a version that nobody here knows', () => {
  it.each([
    [
      'json-schema',
      { ...draft3, required: true, divisibleBy: 2 },
      { ...draft3, disallow: 'string' },
      "written in 'http://json-schema.org/draft-03/schema#'",
    ],
    [
      'openapi',
      openApi('3.2.0', { '/orders': { query: { responses: {} } } }),
      openApi('3.2.0', { '/orders': {} }),
      "version '3.2.0'",
    ],
    ['openapi', openApi('3.9.9'), openApi('3.9.9'), "version '3.9.9'"],
    ['openapi', 'swagger: "1.2"', 'swagger: "1.2"', "version '1.2'"],
    ['asyncapi', asyncApi('2.7.0'), asyncApi('2.7.0'), "version '2.7.0'"],
    ['asyncapi', asyncApi('4.0.0'), asyncApi('4.0.0'), "version '4.0.0'"],
  ])('is named: %s %j', async (id, base, revision, words) => {
    expect(await compare(id, base, revision)).toMatchObject({
      outcome: 'failed',
      reason: 'unsupported',
      message: expect.stringContaining(words),
    });
  });

  it.each(['2.0.0', '2.6.0', '3.0.0', '3.0.0-next'])(
    'is none of AsyncAPI %s',
    async version => {
      expect(await compare('asyncapi', asyncApi(version))).toEqual({
        outcome: 'compared',
        findings: [],
      });
    },
  );

  it.each(['swagger: 2.0', 'swagger: "2.0"', 'openapi: 3.0', 'openapi: 3.1.1'])(
    'is none of %s',
    async text => {
      expect(await compare('openapi', `${text}\npaths: {}\n`)).toEqual({
        outcome: 'compared',
        findings: [],
      });
    },
  );

  it.each([
    'http://json-schema.org/draft-04/schema#',
    'http://json-schema.org/draft-07/hyper-schema#',
    'https://json-schema.org/draft/2019-09/schema',
    'https://json-schema.org/draft/2020-12/schema#',
    'http://json-schema.org/schema#',
  ])('is none of %s', async $schema => {
    expect(await compare('json-schema', { $schema })).toEqual({
      outcome: 'compared',
      findings: [],
    });
  });

  it('makes a schema with words of somebody’s own comparable in part', async () => {
    const schema = (type: string) => ({
      $schema: 'https://schemas.example.com/meta',
      type,
    });
    expect(
      await compare('json-schema', schema('string'), schema('number')),
    ).toMatchObject({
      outcome: 'partial',
      reasons: [expect.stringContaining("'https://schemas.example.com/meta'")],
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'type-narrowed' }),
      ]),
    });
  });
});

describe('what cannot be where it is', () => {
  it.each<[string, unknown, unknown, string]>([
    ['json-schema', { required: 'a' }, { required: 'b' }, '/required'],
    ['json-schema', { type: 'obj' }, { type: 'sting' }, '/type'],
    ['json-schema', { properties: [1] }, { properties: 'x' }, '/properties'],
    [
      'json-schema',
      { properties: { note: { maxLength: '5' } } },
      { properties: { note: { maxLength: '6' } } },
      '/properties/note/maxLength',
    ],
    [
      'json-schema',
      { $ref: '#/parts/note', parts: { note: { minimum: 'a' } } },
      { $ref: '#/parts/note', parts: { note: { minimum: 'b' } } },
      '/parts/note/minimum',
    ],
    [
      'json-schema',
      { $defs: { note: { ...draft3, required: true } } },
      { $defs: { note: draft3 } },
      '/$defs/note/$schema',
    ],
    ['openapi', openApi('3.0.0', { '/a': 5 }), openApi('3.0.0'), '/paths/~1a'],
    [
      'openapi',
      openApi('3.0.0', { '/a': { get: { parameters: { a: 1 } } } }),
      openApi('3.0.0', { '/a': { get: { parameters: { b: 1 } } } }),
      '/paths/~1a/get/parameters',
    ],
    [
      'openapi',
      {
        swagger: '2.0',
        paths: {},
        definitions: { Order: { required: true } },
      },
      {
        swagger: '2.0',
        paths: {},
        definitions: { Order: { required: false } },
      },
      '/definitions/Order/required',
    ],
    [
      'openapi',
      body({ required: 'id' }),
      body({ required: 'total' }),
      '/paths/~1orders/post/requestBody/content/application~1json/schema/required',
    ],
    [
      'asyncapi',
      asyncApi('3.0.0', { operations: { place: { action: 'sendd' } } }),
      asyncApi('3.0.0', { operations: {} }),
      '/operations/place/action',
    ],
    [
      'asyncapi',
      asyncApi('2.6.0', { channels: { orders: { publish: 5 } } }),
      asyncApi('2.6.0', { channels: { orders: { publish: 6 } } }),
      '/channels/orders/publish',
    ],
    [
      'asyncapi',
      asyncApi('2.6.0', {
        channels: {
          orders: { publish: { message: { payload: { enum: 'a' } } } },
        },
      }),
      asyncApi('2.6.0', {
        channels: {
          orders: { publish: { message: { payload: { enum: 'b' } } } },
        },
      }),
      '/channels/orders/publish/message/payload/enum',
    ],
    [
      'avro',
      order({ name: 'total', type: ['null', 'int'], default: 'none' }),
      order({ name: 'total', type: ['null', 'int'], default: [] }),
      '/fields/0/default',
    ],
  ])(
    'is said with its place, the rest is compared: %s %j',
    async (id, base, revision, pointer) => {
      const comparison = await compare(id, base, revision);
      expect(comparison.outcome).toBe('partial');
      expect(comparison).toMatchObject({
        reasons: expect.arrayContaining([
          expect.stringContaining(`At '${pointer}' there has to be `),
        ]),
      });
    },
  );

  it.each([
    ['null', null],
    [['string', 'null'], null],
    ['long', 5],
    ['double', 5],
    ['bytes', '\u00ff'],
    [{ type: 'array', items: 'string' }, []],
    [{ type: 'map', values: 'int' }, { a: 1 }],
    [{ type: 'enum', name: 'State', symbols: ['OPEN'] }, 'OPEN'],
    [{ type: 'fixed', name: 'Hash', size: 1 }, 'a'],
    [
      {
        type: 'record',
        name: 'Line',
        fields: [
          { name: 'next', type: ['null', 'Line'] },
          { name: 'size', type: 'int' },
        ],
      },
      { next: null, size: 1 },
    ],
  ])('is no default of Avro that is of its type: %j', async (type, value) => {
    const schema = order({ name: 'field', type, default: value });
    expect(await compare('avro', schema)).toEqual({
      outcome: 'compared',
      findings: [],
    });
  });

  it('is found in a default of Avro that every branch of every union has to be asked for', async () => {
    const other = {
      type: 'record',
      name: 'B',
      fields: [{ name: 'next', type: ['A', 'B'] }],
    };
    const type = {
      type: 'record',
      name: 'A',
      fields: [{ name: 'next', type: ['null', 'A', other] }],
    };
    let value: object = { next: 5 };
    for (let depth = 0; depth < 200; depth++) value = { next: value };
    const schema = order({ name: 'field', type, default: value });
    expect((await compare('avro', schema)).outcome).toBe('partial');
  });

  it('is nothing that definitions may say', async () => {
    const schema = {
      type: ['object', 'null'],
      required: [],
      properties: {
        any: true,
        none: false,
        $ref: { type: 'string' },
        'x-note': { type: 'string' },
        tuple: { items: [{ type: 'string' }, true], additionalItems: false },
        old: { exclusiveMinimum: true, minimum: 1, nullable: true },
        named: { $ref: '#/$defs/named' },
      },
      dependencies: { a: ['b'], b: { required: ['c'] } },
      $defs: {
        named: {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          additionalProperties: { $ref: '#' },
        },
      },
    };
    const whole = { outcome: 'compared', findings: [] };
    expect(await compare('json-schema', schema)).toEqual(whole);
    expect(await compare('json-schema', 'true')).toEqual(whole);
    expect(
      await compare('json-schema', 'type: object\nrequired:\nproperties:\n'),
    ).toEqual(whole);
    expect(
      await compare('openapi', body({ ...schema, $defs: {}, properties: {} })),
    ).toEqual(whole);
    const avro = {
      schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
      payload: { type: 'array', items: 'string' },
    };
    expect(
      await compare(
        'asyncapi',
        asyncApi('2.6.0', {
          channels: { orders: { publish: { message: avro } } },
        }),
      ),
    ).toEqual(whole);
  });
});
