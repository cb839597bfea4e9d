import { defaultBudget, EngineOptions } from '../../Comparison';
import { judge } from '../../judge';
import { compareAsyncApi } from './compare';
import { asyncApiRuleById } from './rules';

const options: EngineOptions = {
  budget: defaultBudget,
  now: new Date('2026-01-15T00:00:00Z'),
};

async function findings(base: unknown, revision: unknown) {
  const comparison = await compareAsyncApi(
    JSON.stringify(base, null, 2),
    JSON.stringify(revision, null, 2),
    options,
  );
  if (comparison.outcome === 'failed') throw new Error(comparison.message);
  return judge(comparison.findings, {
    rules: asyncApiRuleById,
    engine: 'asyncapi',
    engineVersion: '1',
  });
}

async function rules(base: unknown, revision: unknown) {
  return (await findings(base, revision)).map(({ rule }) => rule);
}

const order = (required: string[]) => ({
  type: 'object',
  properties: { id: { type: 'string' }, note: { type: 'string' } },
  required,
});

function version2(
  word: 'publish' | 'subscribe',
  payload: unknown,
  more: object = {},
) {
  return {
    asyncapi: '2.6.0',
    info: { title: 'Orders', version: '1' },
    channels: {
      orders: { [word]: { message: { name: 'placed', payload, ...more } } },
    },
  };
}

function version3(action: 'send' | 'receive', payload: unknown, more = {}) {
  return {
    asyncapi: '3.0.0',
    info: { title: 'Orders', version: '1' },
    channels: {
      orders: { address: 'orders', messages: { placed: { payload, ...more } } },
    },
    operations: {
      onOrder: { action, channel: { $ref: '#/channels/orders' } },
    },
  };
}

describe('the direction of messages', () => {
  const looser = [order(['id', 'note']), order(['id'])];

  it.each([
    // In AsyncAPI 2 clients subscribe to what the application sends, and publish what it receives.
    [
      '2: subscribe',
      (payload: unknown) => version2('subscribe', payload),
      'sent-property-became-optional',
      'reader',
      'breaking',
    ],
    [
      '2: publish',
      (payload: unknown) => version2('publish', payload),
      'received-property-became-optional',
      'writer',
      'non-breaking',
    ],
    [
      '3: send',
      (payload: unknown) => version3('send', payload),
      'sent-property-became-optional',
      'reader',
      'breaking',
    ],
    [
      '3: receive',
      (payload: unknown) => version3('receive', payload),
      'received-property-became-optional',
      'writer',
      'non-breaking',
    ],
  ] as const)('follows %s', async (_, define, rule, side, severity) => {
    const [base, revision] = looser;
    expect(await findings(define(base), define(revision))).toEqual([
      expect.objectContaining({ rule, side, severity }),
    ]);
  });

  it.each([
    ['send', 'received-property-became-required', 'writer'],
    ['receive', 'sent-property-became-required', 'reader'],
  ] as const)(
    'is the other one in the reply to %s',
    async (action, rule, side) => {
      const define = (required: string[]) => {
        const definition = version3(action, { type: 'string' });
        return {
          ...definition,
          channels: {
            ...definition.channels,
            answers: {
              address: null,
              messages: { answer: { payload: order(required) } },
            },
          },
          operations: {
            onOrder: {
              ...definition.operations.onOrder,
              reply: {
                channel: { $ref: '#/channels/answers' },
                address: { location: '$message.header#/replyTo' },
              },
            },
          },
        };
      };
      expect(await findings(define(['id']), define(['id', 'note']))).toEqual([
        expect.objectContaining({ rule, side }),
      ]);
    },
  );

  it('is both where no operation says who sends', async () => {
    const define = (required: string[]) => ({
      ...version3('send', order(required)),
      operations: {},
    });
    expect(await rules(define(['id']), define([]))).toEqual([
      'sent-property-became-optional',
      'received-property-became-optional',
    ]);
  });
});

describe('what changes nothing', () => {
  it('finds nothing between a definition of AsyncAPI 2 and the same one of 3', async () => {
    const old = version2('subscribe', order(['id']));
    const now = version3('send', order(['id']), { name: 'placed' });
    expect(await rules(old, now)).toEqual([]);
  });

  it('finds nothing when shared parts are called otherwise', async () => {
    const define = (name: string) => ({
      ...version2('subscribe', {}),
      channels: {
        orders: {
          subscribe: {
            message: {
              oneOf: [
                { $ref: `#/components/messages/${name}` },
                { $ref: '#/components/messages/other' },
              ],
            },
          },
        },
      },
      components: {
        messages: {
          [name]: { payload: { $ref: `#/components/schemas/${name}` } },
          other: { payload: { type: 'integer' } },
        },
        schemas: { [name]: order(['id']) },
      },
    });
    expect(await rules(define('Order'), define('PlacedOrder'))).toEqual([]);
  });

  it('takes the words of traits for those of the message', async () => {
    const trait = { headers: order(['id']), contentType: 'application/json' };
    const inline = version2('publish', order([]), trait);
    const shared = {
      ...version2('publish', order([]), {
        traits: [{ $ref: '#/components/messageTraits/common' }],
      }),
      components: { messageTraits: { common: trait } },
    };
    expect(await rules(inline, shared)).toEqual([]);
  });

  it('lets a trait win in AsyncAPI 2, and the message in 3', async () => {
    const plain = { contentType: 'application/json' };
    const both = { ...plain, traits: [{ contentType: 'application/cbor' }] };
    expect(
      await rules(
        version2('publish', order([]), plain),
        version2('publish', order([]), both),
      ),
    ).toEqual(['received-message-content-type-changed']);
    expect(
      await rules(
        version3('receive', order([]), plain),
        version3('receive', order([]), both),
      ),
    ).toEqual([]);
  });
});

describe('what is compared', () => {
  it('says where a property is written in both texts', async () => {
    const [finding] = await findings(
      version3('send', order(['id', 'note'])),
      version3('send', order(['id'])),
    );
    expect(finding).toMatchObject({
      operation: 'send orders',
      message:
        'The property note of the payload of the message placed became optional.',
      pointer: '/channels/orders/messages/placed/payload/properties/note',
      beforeRange: { startLine: expect.any(Number) },
      afterRange: { startLine: expect.any(Number) },
    });
    expect(finding.beforeRange!.endLine).toBeGreaterThan(
      finding.afterRange!.endLine,
    );
  });

  it('follows the effective media type, also where only the definition says one', async () => {
    const define = (defaultContentType: string) => ({
      ...version3('send', order([])),
      defaultContentType,
    });
    expect(
      await rules(define('application/json'), define('application/cbor')),
    ).toEqual(['sent-message-content-type-changed']);
  });

  it('compares the key of Kafka messages', async () => {
    const define = (type: string) =>
      version3('send', order([]), { bindings: { kafka: { key: { type } } } });
    expect(await rules(define('string'), define('integer'))).toEqual([
      'sent-value-type-changed',
    ]);
  });

  it('compares Protobuf payloads as they are on the wire', async () => {
    const define = (field: string) =>
      version3('send', {
        schemaFormat: 'application/vnd.google.protobuf;version=3',
        schema: `syntax = "proto3";\npackage orders.v1;\nmessage Order {\n  ${field}\n}\n`,
      });
    expect(
      await rules(define('string id = 1;'), define('string key = 1;')),
    ).toEqual([]);
    const found = await findings(
      define('string id = 1;'),
      define('int32 id = 1;'),
    );
    expect(found).toEqual([
      expect.objectContaining({
        rule: 'sent-schema-incompatible',
        message: expect.stringContaining('payload of the message placed'),
      }),
    ]);
  });

  it('is partial where a payload is in a language that nobody here reads', async () => {
    const define = (schema: string) =>
      version3('send', {
        schemaFormat: 'application/raml+yaml;version=1.0',
        schema,
      });
    expect(
      await compareAsyncApi(
        JSON.stringify(define('a: string')),
        JSON.stringify(define('a: integer')),
        options,
      ),
    ).toEqual({
      outcome: 'partial',
      findings: [],
      reasons: [
        'The payload of the message placed is written in application/raml+yaml;version=1.0, which is not compared.',
      ],
    });
  });

  it('is partial where a reference leads out of the text', async () => {
    const define = version3('send', { $ref: './order.json' });
    expect(
      await compareAsyncApi(
        JSON.stringify(define),
        JSON.stringify(define),
        options,
      ),
    ).toMatchObject({
      outcome: 'partial',
      reasons: [expect.stringContaining('order.json')],
    });
  });

  it.each([
    ['a list', '[1]'],
    ['another format', 'openapi: 3.1.0'],
    ['a version nobody knows', 'asyncapi: 1.2.0'],
  ])('explains %s in place of a definition', async (_, text) => {
    expect(await compareAsyncApi(text, text, options)).toMatchObject({
      outcome: 'failed',
      reason: 'unsupported',
      which: 'base',
    });
  });
});
