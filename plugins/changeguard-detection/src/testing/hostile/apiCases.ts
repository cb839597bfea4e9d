import { HostileCase } from './HostileCase';
import { each } from './written';

/** A definition whose one operation answers with a schema. */
function answering(answer: unknown, schemas: object = {}): string {
  return JSON.stringify({
    openapi: '3.1.0',
    paths: {
      '/a': {
        get: {
          responses: { 200: { content: { '*/*': { schema: answer } } } },
        },
      },
    },
    components: { schemas },
  });
}

function clique(size: number, type: string): string {
  const properties = Object.fromEntries([
    ...Array.from({ length: size }, (_, index) => [
      `p${index}`,
      { $ref: `#/components/schemas/S${index}` },
    ]),
    ['own', { type }],
  ]);
  return answering(
    { $ref: '#/components/schemas/S0' },
    Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `S${index}`,
        { type: 'object', properties },
      ]),
    ),
  );
}

/** Alternatives that each ask for a property of their own, and describe hundreds that all of them have. */
function alternatives(size: number, properties: number): object[] {
  const shared = Object.fromEntries(
    Array.from({ length: properties }, (_, index) => [
      `p${index}`,
      { $ref: '#/components/schemas/Text' },
    ]),
  );
  return Array.from({ length: size }, (_, index) => ({
    type: 'object',
    properties: shared,
    required: [`p${index}`],
  }));
}

/** A choice that takes more to compare than is looked at, and a property beside it that is composed otherwise as well. */
function besideAlternatives(word: 'oneOf' | 'anyOf', detail: object): string {
  const choice = { [word]: alternatives(30, 500) };
  return answering(
    { type: 'object', properties: { choice, detail } },
    { Text: { type: 'string' } },
  );
}

/** A schema of objects with a property of a type. */
function owning(type: string): object {
  return { type: 'object', properties: { own: { type } }, required: ['own'] };
}

/** OpenAPI and AsyncAPI. */
export const apiCases: readonly HostileCase[] = [
  {
    name: 'a clique of shared schemas',
    format: 'openapi',
    base: () => clique(60, 'string'),
    revision: () => clique(60, 'integer'),
    ends: ['compared', 'partial'],
  },
  {
    name: 'a property that breaks beside alternatives without end',
    format: 'openapi',
    base: () => besideAlternatives('oneOf', owning('string')),
    revision: () =>
      besideAlternatives('anyOf', {
        anyOf: [owning('integer'), owning('boolean')],
      }),
    ends: ['compared'],
    tells: 'response-property-wrapped-in-any-of',
  },
  {
    name: 'a chain of ten thousand references',
    format: 'openapi',
    base: () =>
      answering(
        { $ref: '#/components/schemas/S0' },
        Object.fromEntries(
          Array.from({ length: 10_000 }, (_, index) => [
            `S${index}`,
            { $ref: `#/components/schemas/S${index + 1}` },
          ]),
        ),
      ),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a parameter that points to itself',
    format: 'openapi',
    base: () =>
      JSON.stringify({
        openapi: '3.0.0',
        paths: {
          '/a': {
            parameters: [{ $ref: '#/paths/~1a/parameters/0' }],
            $ref: '#/paths/~1a',
          },
        },
      }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'paths of the names that every object has',
    format: 'openapi',
    base: () =>
      '{"openapi":"3.0.0","paths":{"__proto__":{"get":{}},"/constructor":{"get":{"responses":{"__proto__":{}}}}},"components":{"schemas":{"__proto__":{"type":"string"}}}}',
    revision: () =>
      '{"openapi":"3.0.0","paths":{"constructor":{"get":{}}},"components":{"schemas":{"constructor":{}}}}',
    ends: ['compared', 'partial'],
  },
  {
    name: 'lists where objects belong',
    format: 'openapi',
    base: () =>
      '{"openapi":"3.0.0","paths":[[{"get":[]}]],"components":[],"servers":{}}',
    revision: () => '{"openapi":"3.0.0","paths":{"/a":[],"/b":null,"/c":7}}',
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'twenty thousand operations that all changed',
    format: 'openapi',
    base: () =>
      `{"openapi":"3.0.0","paths":{${each(
        20_000,
        index =>
          `"/p${index}":{"get":{"responses":{"200":{"description":""}}}}`,
        ',',
      )}}}`,
    revision: () => '{"openapi":"3.0.0","paths":{}}',
    // As many differences as are told.
    ends: ['compared'],
  },
  {
    name: 'more operations that all changed than are told',
    format: 'openapi',
    base: () =>
      `{"openapi":"3.0.0","paths":{${each(
        20_001,
        index =>
          `"/p${index}":{"get":{"responses":{"200":{"description":""}}}}`,
        ',',
      )}}}`,
    revision: () => '{"openapi":"3.0.0","paths":{}}',
    ends: ['failed'],
  },
  {
    name: 'a path with ten thousand parameters',
    format: 'openapi',
    base: () =>
      `{"openapi":"3.0.0","paths":{"${each(
        10_000,
        index => `/{p${index}}`,
      )}":{"get":{"responses":{}}}}}`,
    revision: () =>
      `{"openapi":"3.0.0","paths":{"${each(
        10_000,
        index => `/{q${index}}`,
      )}":{"get":{"responses":{}}}}}`,
    ends: ['compared'],
  },
  {
    name: 'a Swagger 2 definition that includes itself',
    format: 'openapi',
    base: () =>
      JSON.stringify({
        swagger: '2.0',
        paths: { '/a': { $ref: '#/paths/~1a' } },
        definitions: { A: { allOf: [{ $ref: '#/definitions/A' }] } },
        parameters: { p: { $ref: '#/parameters/p' } },
      }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'channels that point to each other',
    format: 'asyncapi',
    base: () =>
      JSON.stringify({
        asyncapi: '3.0.0',
        channels: {
          a: { $ref: '#/channels/b' },
          b: { $ref: '#/channels/a' },
        },
        operations: {
          x: { action: 'send', channel: { $ref: '#/channels/a' } },
        },
      }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a message whose traits are itself',
    format: 'asyncapi',
    base: () =>
      JSON.stringify({
        asyncapi: '2.6.0',
        channels: {
          a: { publish: { message: { $ref: '#/components/messages/M' } } },
        },
        components: {
          messages: {
            M: {
              traits: [{ $ref: '#/components/messages/M' }],
              oneOf: [{ $ref: '#/components/messages/M' }],
              payload: { $ref: '#/components/messages/M/payload' },
            },
          },
        },
      }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'channels of the names that every object has',
    format: 'asyncapi',
    base: () =>
      '{"asyncapi":"2.6.0","channels":{"__proto__":{"publish":{"message":{"payload":{"type":"string"}}}},"constructor":null}}',
    revision: () => '{"asyncapi":"2.6.0","channels":{"toString":[]}}',
    ends: ['compared', 'partial', 'failed'],
  },
];
