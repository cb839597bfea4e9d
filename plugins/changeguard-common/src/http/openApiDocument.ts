import { z } from 'zod';
import { auditExport, StreamOperation } from './auditExport';
import { Operation } from './Operation';
import { operations } from './operations';

type Json = Record<string, unknown>;

const failureNames: Record<number, string> = {
  400: 'The request is malformed; `error.fields` names every bad field',
  401: 'Not signed in',
  403: 'May be read, but not done, by this caller',
  404: 'Not there, or not for this caller to see',
  409: 'Against the state of things; the message says what is possible',
  412: '`If-Match` names a version that is no longer the current one',
  413: 'The body is too large',
  429: 'Too many requests; `Retry-After` says when to come back',
  500: 'Something failed here',
  503: 'A dependency is away',
};

const errorSchema: Json = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            required: ['pointer', 'code', 'message'],
            properties: {
              pointer: {
                type: 'string',
                description: 'JSON Pointer (RFC 6901)',
              },
              code: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
      },
    },
    request: { type: 'object' },
    response: {
      type: 'object',
      required: ['statusCode'],
      properties: { statusCode: { type: 'integer' } },
    },
  },
};

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  // Transforms (entity refs, instants) are described by what they take; the answer's schemas hold none.
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  return rest;
}

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query') {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
    ...(where === 'query' && { style: 'form', explode: true }),
  }));
}

function header(name: string, description: string) {
  return {
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string', maxLength: 200 },
  };
}

/** What is answered, by content type. */
function contentOf(operation: Operation | StreamOperation): Json | null {
  if ('content' in operation) {
    return Object.fromEntries(
      Object.entries(operation.content).map(([type, description]) => [
        type,
        { schema: { type: 'string', description } },
      ]),
    );
  }
  const { response } = operation;
  return (
    response && {
      'application/json': { schema: jsonSchema(response, 'output') },
    }
  );
}

function describe(name: string, operation: Operation | StreamOperation): Json {
  const content = contentOf(operation);
  const { principals } = operation;
  // A token of the wrong kind is refused whatever the operation is about.
  const anyToken =
    principals.includes('user') && principals.includes('service');
  const always = [400, ...(anyToken ? [401] : [401, 403]), 429, 500, 503];
  const failures = [...new Set([...always, ...operation.failures])]
    .filter(status => status !== 401 || !principals.includes('none'))
    .sort((x, y) => x - y);
  return {
    operationId: name,
    summary: operation.summary,
    tags: [operation.tag],
    ...(principals.includes('none') && { security: [] }),
    parameters: [
      ...parameters(operation.params, 'path'),
      ...parameters(operation.query, 'query'),
      ...(operation.idempotent
        ? [
            header(
              'Idempotency-Key',
              'Repeats of the same key answer the first result, for 24 hours',
            ),
          ]
        : []),
      ...(operation.conditional
        ? [
            header(
              'If-Match',
              'The `ETag` of the version this request was made for',
            ),
          ]
        : []),
    ],
    ...(operation.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: jsonSchema(operation.body, 'input') },
        },
      },
    }),
    responses: {
      [operation.status]: {
        description: 'Success',
        ...(content && { content }),
      },
      ...Object.fromEntries(
        failures.map(status => [
          status,
          {
            description: failureNames[status],
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
        ]),
      ),
    },
  };
}

/**
 * The OpenAPI 3.1 document of the HTTP API, made from {@link operations} and {@link auditExport}.
 *
 * @param options - `serverUrl`: where the API is reached; `version`: the plugin's.
 * @public
 */
export function openApiDocument(options: {
  serverUrl: string;
  version: string;
}): Record<string, unknown> {
  const paths: Record<string, Json> = {};
  const described = { ...operations, exportAudit: auditExport };
  for (const [name, operation] of Object.entries(described)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method]: describe(name, operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ChangeGuard',
      version: options.version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: options.serverUrl }],
    security: [{ backstageToken: [] }],
    paths,
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: {
        backstageToken: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
