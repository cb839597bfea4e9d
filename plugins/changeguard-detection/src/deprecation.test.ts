import { defaultBudget } from './Comparison';
import { formats } from './formats';
import { judge } from './judge';

const SUNSET = '2026-06-30';

/** What is found on a day, as `severity rule`. */
async function foundOn(
  day: string,
  id: string,
  base: unknown,
  revision: unknown,
): Promise<string[]> {
  const format = formats.get(id)!;
  const text = (value: unknown) =>
    typeof value === 'string' ? value : JSON.stringify(value);
  const comparison = await format.compare(text(base), text(revision), {
    budget: defaultBudget,
    now: new Date(`${day}T12:00:00Z`),
  });
  if (comparison.outcome === 'failed') throw new Error(comparison.message);
  return judge(comparison.findings, {
    rules: new Map(format.rules.map(rule => [rule.id, rule])),
    engine: id,
    engineVersion: format.version,
  }).map(({ severity, rule }) => `${severity} ${rule}`);
}

const announced = { deprecated: true, 'x-sunset': SUNSET };

function openApi(operation: object, more: object = {}) {
  return {
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1' },
    paths: { '/orders': { get: { responses: {}, ...operation }, ...more } },
  };
}

const body = (properties: object) => ({
  content: { 'application/json': { schema: { type: 'object', properties } } },
});

const filter = (properties: object) => ({
  name: 'filter',
  in: 'query',
  schema: { type: 'object', properties },
});

/** A schema of lists of orders, each with a note where there is one. */
const order = (note: object | undefined, $defs: object) => ({
  items: {
    allOf: [
      { properties: { id: { type: 'string' } } },
      note ? { properties: { note }, required: ['note'] } : {},
    ],
  },
  $defs,
});

function asyncApi(message: object, more: object = {}) {
  return {
    asyncapi: '3.0.0',
    info: { title: 'Orders', version: '1' },
    channels: {
      orders: { address: 'orders', messages: { placed: message } },
      ...more,
    },
    operations: {
      onOrder: { action: 'send', channel: { $ref: '#/channels/orders' } },
    },
  };
}

const payload = (properties: object) => ({
  payload: { type: 'object', properties },
});

const cases: [string, string, unknown, unknown, string, string][] = [
  [
    'an operation of OpenAPI',
    'openapi',
    openApi({}, { delete: { responses: {}, ...announced } }),
    openApi({}),
    'breaking api-removed-before-sunset',
    'non-breaking api-removed-with-deprecation',
  ],
  [
    'a parameter of OpenAPI',
    'openapi',
    openApi({ parameters: [{ name: 'q', in: 'query', ...announced }] }),
    openApi({}),
    'breaking request-parameter-removed-before-sunset',
    'non-breaking request-parameter-removed-with-deprecation',
  ],
  [
    'a property of a request of OpenAPI',
    'openapi',
    openApi({ requestBody: body({ note: announced }) }),
    openApi({ requestBody: body({}) }),
    'breaking request-property-removed-before-sunset',
    'non-breaking request-property-removed-after-sunset',
  ],
  [
    'a property of a response of OpenAPI',
    'openapi',
    openApi({ responses: { 200: body({ note: announced }) } }),
    openApi({ responses: { 200: body({}) } }),
    'breaking response-property-removed-before-sunset',
    'non-breaking response-property-removed-after-sunset',
  ],
  [
    'a required header of a response of OpenAPI',
    'openapi',
    openApi({
      responses: {
        200: { headers: { Total: { required: true, ...announced } } },
      },
    }),
    openApi({ responses: { 200: {} } }),
    'breaking response-header-removed-before-sunset',
    'non-breaking response-header-removed-after-sunset',
  ],
  [
    'a property of a parameter of OpenAPI',
    'openapi',
    openApi({ parameters: [filter({ note: announced })] }),
    openApi({ parameters: [filter({})] }),
    'breaking request-property-removed-before-sunset',
    'non-breaking request-property-removed-after-sunset',
  ],
  [
    'a webhook of OpenAPI',
    'openapi',
    { ...openApi({}), webhooks: { placed: { post: announced } } },
    openApi({}),
    'breaking webhook-removed-before-sunset',
    'non-breaking webhook-removed-after-sunset',
  ],
  [
    'a call back of OpenAPI',
    'openapi',
    openApi({ callbacks: { placed: { '{$url}': { post: announced } } } }),
    openApi({}),
    'breaking callback-removed-before-sunset',
    'non-breaking callback-removed-after-sunset',
  ],
  [
    'a property of JSON Schema',
    'json-schema',
    { properties: { note: { type: 'string', ...announced } } },
    {},
    'breaking property-removed-before-sunset-forward',
    'non-breaking property-removed-after-sunset-forward',
  ],
  [
    'a required property of JSON Schema, somewhere within',
    'json-schema',
    order({ $ref: '#/$defs/note' }, { note: { type: 'string', ...announced } }),
    order(undefined, {}),
    'breaking property-removed-before-sunset-forward',
    'non-breaking property-removed-after-sunset-forward',
  ],
  [
    'a property of a closed object of JSON Schema',
    'json-schema',
    {
      properties: { note: { type: 'string', ...announced } },
      additionalProperties: false,
    },
    { additionalProperties: false },
    'breaking property-removed-before-sunset-backward',
    'non-breaking property-removed-after-sunset-backward',
  ],
  [
    'a channel of AsyncAPI',
    'asyncapi',
    asyncApi({}, { refunds: { 'x-deprecated': true, 'x-sunset': SUNSET } }),
    asyncApi({}),
    'breaking channel-removed-before-sunset',
    'non-breaking channel-removed-after-sunset',
  ],
  [
    'a property of a message of AsyncAPI',
    'asyncapi',
    asyncApi(payload({ note: announced })),
    asyncApi(payload({})),
    'breaking sent-property-removed-before-sunset',
    'non-breaking sent-property-removed-after-sunset',
  ],
  [
    'a field of GraphQL',
    'graphql',
    `type Query { id: ID note: String @deprecated(reason: "Use id. Removal on ${SUNSET}.") }`,
    'type Query { id: ID }',
    'breaking field-removed-before-sunset',
    'non-breaking field-removed-after-sunset',
  ],
  [
    'a value of an enum of GraphQL',
    'graphql',
    `type Query { id: E } enum E { A B @deprecated(reason: "Sunset ${SUNSET}") }`,
    'type Query { id: E } enum E { A }',
    'breaking enum-value-removed-before-sunset',
    'non-breaking enum-value-removed-after-sunset',
  ],
];

describe('removing what was deprecated', () => {
  it.each(cases)(
    'breaks before its sunset, and not after: %s',
    async (_, format, base, revision, early, due) => {
      expect(await foundOn('2026-06-29', format, base, revision)).toEqual([
        early,
      ]);
      expect(await foundOn(SUNSET, format, base, revision)).toEqual([due]);
    },
  );

  it('breaks in GraphQL where the reason names no date', async () => {
    const base = 'type Query { id: ID note: String @deprecated }';
    expect(
      await foundOn(SUNSET, 'graphql', base, 'type Query { id: ID }'),
    ).toEqual(['breaking field-removed']);
  });

  it('breaks in JSON Schema where no date is said, or where it is only not required any more', async () => {
    const define = (note: object, required: string[] = []) => ({
      properties: { note },
      required,
    });
    const note = { type: 'string', deprecated: true };
    expect(await foundOn(SUNSET, 'json-schema', define(note), {})).toEqual([
      'breaking property-undeclared',
    ]);
    expect(
      await foundOn(
        SUNSET,
        'json-schema',
        define(announced, ['note']),
        define(announced),
      ),
    ).toEqual(['breaking required-property-removed']);
  });

  it('breaks in no OpenAPI where no date is said of an operation or a parameter, as for oasdiff', async () => {
    const without = { deprecated: true };
    expect(
      await foundOn(
        SUNSET,
        'openapi',
        openApi({}, { delete: { responses: {}, ...without } }),
        openApi({}),
      ),
    ).toEqual(['non-breaking api-removed-with-deprecation']);
    expect(
      await foundOn(
        SUNSET,
        'openapi',
        openApi({ parameters: [{ name: 'q', in: 'query', ...without }] }),
        openApi({}),
      ),
    ).toEqual(['non-breaking request-parameter-removed-with-deprecation']);
  });

  it('is judged in AsyncAPI as any other removal where no date is said', async () => {
    const base = asyncApi(payload({ note: { deprecated: true } }));
    expect(
      await foundOn(SUNSET, 'asyncapi', base, asyncApi(payload({}))),
    ).toEqual(['dangerous sent-optional-property-removed']);
  });

  // Protobuf can say that a field is deprecated, but not until when.
  it('breaks in Protobuf, whatever the options say', async () => {
    const define = (field: string) =>
      `syntax = "proto3";\npackage orders.v1;\nmessage Order {\n  string id = 1;\n${field}}\n`;
    const base = define('  string note = 2 [deprecated = true];\n');
    const found = await foundOn(SUNSET, 'protobuf', base, define(''));
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^breaking field-no-delete/),
      ]),
    );
  });
});
