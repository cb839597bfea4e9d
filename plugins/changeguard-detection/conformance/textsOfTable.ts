import { Case } from './Case';

/** What is written at a pointer of a table: values that stand for any. */
const WORDS: Readonly<Record<string, unknown>> = {
  security: [{ type: 'userPassword' }, { type: 'X509' }],
  enum: ['a', 'b'],
  examples: ['a', 'b'],
  tags: [{ name: 'a' }, { name: 'b' }],
  payload: { type: 'object', properties: { id: { type: 'string' } } },
  headers: { type: 'object', properties: { id: { type: 'string' } } },
  correlationId: { location: '$message.header#/id', description: 'a' },
};

/** Values that still have to be ones that a reader understands. */
const EDITS: Readonly<Record<string, string>> = {
  asyncapi: '3.0.1',
  action: 'receive',
  schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
};

type Json = Record<string, unknown>;

const message = (more: Json = {}): Json => ({
  name: 'placed',
  title: 'a',
  summary: 'a',
  description: 'a',
  contentType: 'application/json',
  tags: WORDS.tags,
  externalDocs: { url: 'https://example.com' },
  examples: [{ name: 'a' }, { name: 'b' }],
  correlationId: WORDS.correlationId,
  headers: WORDS.headers,
  ...more,
});

const server = (more: Json): Json => ({
  protocol: 'kafka',
  protocolVersion: '2.8',
  description: 'a',
  title: 'a',
  tags: WORDS.tags,
  externalDocs: { url: 'https://example.com' },
  security: WORDS.security,
  variables: {
    region: {
      enum: WORDS.enum,
      default: 'a',
      description: 'a',
      examples: WORDS.examples,
    },
  },
  ...more,
});

const root = (asyncapi: string): Json => ({
  asyncapi,
  id: 'urn:orders',
  defaultContentType: 'application/json',
  info: {
    title: 'Orders',
    version: '1',
    description: 'a',
    termsOfService: 'https://example.com/terms',
    license: { name: 'a', url: 'https://example.com' },
    contact: { name: 'a', url: 'https://example.com', email: 'a@example.com' },
    tags: WORDS.tags,
    externalDocs: { url: 'https://example.com' },
  },
  components: { schemas: { Unused: { type: 'string' } } },
});

function version2(): Json {
  const own = (word: string): Json => ({
    operationId: word,
    summary: 'a',
    description: 'a',
    tags: WORDS.tags,
    externalDocs: { url: 'https://example.com' },
    traits: [{ summary: 'b' }],
    message: message({
      schemaFormat: 'application/vnd.aai.asyncapi;version=2.6.0',
      payload: WORDS.payload,
      traits: [{ summary: 'b' }],
    }),
  });
  return {
    ...root('2.6.0'),
    tags: WORDS.tags,
    externalDocs: { url: 'https://example.com' },
    servers: { main: server({ url: '{region}.example.com' }) },
    channels: {
      'orders/{id}': {
        description: 'a',
        parameters: {
          id: {
            description: 'a',
            schema: { type: 'string' },
            location: '$message.payload#/id',
          },
        },
        publish: own('publish'),
        subscribe: own('subscribe'),
      },
    },
  };
}

function version3(): Json {
  return {
    ...root('3.0.0'),
    servers: {
      main: server({ host: '{region}.example.com', pathname: '/a' }),
      other: server({ host: 'other.example.com' }),
    },
    channels: {
      orders: {
        address: 'orders/{id}',
        title: 'a',
        summary: 'a',
        description: 'a',
        tags: WORDS.tags,
        externalDocs: { url: 'https://example.com' },
        servers: [{ $ref: '#/servers/main' }, { $ref: '#/servers/other' }],
        parameters: { id: { description: 'a' } },
        messages: {
          placed: message({
            payload: WORDS.payload,
            traits: [{ summary: 'b' }],
          }),
        },
      },
    },
    operations: {
      onOrder: {
        action: 'send',
        channel: { $ref: '#/channels/orders' },
        title: 'a',
        summary: 'a',
        description: 'a',
        security: WORDS.security,
        tags: WORDS.tags,
        externalDocs: { url: 'https://example.com' },
        traits: [{ summary: 'b' }],
        messages: [{ $ref: '#/channels/orders/messages/placed' }],
        reply: { address: { location: '$message.header#/replyTo' } },
      },
    },
  };
}

/**
 * The two texts of a line of a table that says of a place whether adding, removing or editing it breaks; undefined where the
 * place has no value that could be edited, or is not in a definition of ours.
 */
export function textsOfTable(
  one: Case,
): { base: string; revision: string } | undefined {
  // Without it there is no definition.
  if (one.pointer === '/asyncapi' && one.action !== 'edit') return undefined;
  const full = one.version === 'v2' ? version2() : version3();
  const other = structuredClone(full);
  const tokens = String(one.pointer).slice(1).split('/');
  const last = tokens.pop()!;
  const holder = tokens.reduce<unknown>(below, other);
  if (typeof holder !== 'object' || holder === null) return undefined;
  const key = keyOf(holder as Json, last);
  if (key === undefined) return undefined;
  const value = (holder as Json)[key];
  if (one.action !== 'edit') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete (holder as Json)[key];
  } else if (typeof value === 'string') {
    (holder as Json)[key] = EDITS[last] ?? `${value}2`;
  } else {
    return undefined;
  }
  const [base, revision] = one.action === 'add' ? [other, full] : [full, other];
  return { base: JSON.stringify(base), revision: JSON.stringify(revision) };
}

function below(holder: unknown, token: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined;
  const key = keyOf(holder as Json, token);
  return key === undefined ? undefined : (holder as Json)[key];
}

/** Traits are lists, also where a table leaves their index out. */
function keyOf(holder: Json, token: string): string | undefined {
  if (token === '*') return Object.keys(holder).at(-1);
  return Object.hasOwn(holder, token) ? token : undefined;
}
