import { defaultBudget } from '../../Comparison';
import { Finding } from '../../Finding';
import { judge } from '../../judge';
import { openApi } from '.';
import { openApiRuleById } from './rules';

function compare(base: string, revision: string, now = '2026-01-15') {
  const comparison = openApi.compare(base, revision, {
    budget: defaultBudget,
    now: new Date(now),
  });
  if (comparison instanceof Promise)
    throw new Error('OpenAPI needs no waiting');
  return comparison;
}

function findings(base: string, revision: string, now?: string): Finding[] {
  const comparison = compare(base, revision, now);
  if (comparison.outcome !== 'compared') throw new Error(comparison.outcome);
  return judge(comparison.findings, {
    rules: openApiRuleById,
    engine: 'openapi',
    engineVersion: '1',
  });
}

const rules = (found: Finding[]) => found.map(one => one.rule);

describe('compareOpenApi', () => {
  it('matches paths by their templates and parameters by their places', () => {
    const define = (name: string) => `
openapi: 3.0.0
paths:
  /orders/{${name}}/lines:
    get:
      parameters: [{ name: ${name}, in: path, required: true, schema: { type: string } }]
      responses: { 200: { description: fine } }
`;
    expect(findings(define('id'), define('orderId'))).toEqual([]);
  });

  it('takes a header whose name begins with x- for a header, not for an extension', () => {
    const define = (headers: string) => `
openapi: 3.0.0
paths:
  /orders:
    get:
      responses: { 200: { description: fine, headers: { ${headers} } } }
`;
    const header = 'x-request-id: { required: true, schema: { type: string } }';
    expect(rules(findings(define(header), define('')))).toEqual([
      'required-response-header-removed',
    ]);
  });

  it('points every finding of a shared schema to the one place that it is about', () => {
    const define = (properties: string) => `
openapi: 3.0.0
paths:
  /orders:
    get:
      responses: { 200: { description: all, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } } }
  /orders/{id}:
    get:
      responses: { 200: { description: one, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
components:
  schemas:
    Order: { type: object, properties: { ${properties} } }
`;
    const note = 'note: { type: string }';
    const found = findings(
      define(`id: { type: string }, ${note}, remark: { type: string }`),
      define('id: { type: string }'),
    );
    expect(found.map(({ operation, pointer }) => [operation, pointer])).toEqual(
      ['GET /orders', 'GET /orders/{id}'].flatMap(operation => [
        [operation, '/components/schemas/Order/properties/note'],
        [operation, '/components/schemas/Order/properties/remark'],
      ]),
    );
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });

  it('minds reserved characters in queries only, where alone they have a meaning', () => {
    const define = (place: string, more: string) => `
openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      parameters: [{ name: id, in: ${place}, required: true, schema: { type: string }${more} }]
      responses: {}
`;
    const changed = (place: string) =>
      rules(
        findings(define(place, ', allowReserved: true'), define(place, '')),
      );
    expect(changed('path')).toEqual([]);
    expect(changed('query')).toEqual([
      'request-parameter-serialization-changed',
    ]);
  });

  it('lets an operation go once the day has come that was announced', () => {
    const base = `
openapi: 3.0.0
paths:
  /orders:
    get: { responses: {} }
    delete: { deprecated: true, x-sunset: '2026-06-30', responses: {} }
`;
    const revision = `
openapi: 3.0.0
paths:
  /orders:
    get: { responses: {} }
`;
    const [early] = findings(base, revision, '2026-06-01');
    expect(early).toMatchObject({
      rule: 'api-removed-before-sunset',
      severity: 'breaking',
      operation: 'DELETE /orders',
      message: 'The operation was removed before its sunset on 2026-06-30.',
    });
    const [late] = findings(base, revision, '2026-07-01');
    expect(late).toMatchObject({
      rule: 'api-removed-with-deprecation',
      severity: 'non-breaking',
    });
  });

  const shared = (name: string, length: number) => `
openapi: 3.1.0
paths:
  /users:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/${name}' }
      responses:
        200:
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/${name}' } }
components:
  schemas:
    ${name}:
      type: object
      properties:
        name: { type: string, maxLength: ${length} }
        boss: { $ref: '#/components/schemas/${name}' }
`;

  it('finds nothing when a shared schema is renamed', () => {
    expect(findings(shared('User', 9), shared('Person', 9))).toEqual([]);
  });

  it('keeps fingerprints when a shared schema is renamed on both sides', () => {
    const prints = (name: string) =>
      findings(shared(name, 9), shared(name, 5)).map(one => one.fingerprint);
    expect(prints('User')).toEqual(prints('Person'));
  });

  it('tells one change of a shared schema for each side it is used on', () => {
    expect(rules(findings(shared('User', 9), shared('User', 5)))).toEqual([
      'request-property-max-length-decreased',
      'response-property-max-length-decreased',
    ]);
  });

  it('says in which lines a finding is', () => {
    const [finding] = findings(shared('User', 9), shared('User', 5));
    expect(finding).toMatchObject({
      pointer: '/components/schemas/User/properties/name/maxLength',
      before: '9',
      after: '5',
      beforeRange: { startLine: 20, endLine: 20 },
      afterRange: { startLine: 20, endLine: 20 },
    });
  });

  it('says where a property was named, not where the schema is written that it refers to', () => {
    const base = shared('User', 9);
    const [finding] = findings(base, base.replace(/\n {8}boss: .*/, ''));
    expect(finding).toMatchObject({
      rule: 'request-property-removed',
      beforeRange: { startLine: 21, endLine: 21 },
    });
  });

  const swagger = `
swagger: '2.0'
consumes: [application/json]
produces: [application/json]
paths:
  /orders/{id}:
    put:
      parameters:
        - { name: id, in: path, required: true, type: string }
        - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: multi }
        - { name: order, in: body, required: true, schema: { $ref: '#/definitions/Order' } }
      responses:
        200: { description: fine, schema: { $ref: '#/definitions/Order' } }
definitions:
  Order: { type: object, required: [id], properties: { id: { type: string } } }
`;

  it('finds nothing when Swagger 2.0 is written as OpenAPI 3', () => {
    const lifted = `
openapi: 3.0.3
paths:
  /orders/{id}:
    put:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: tags, in: query, explode: true, schema: { type: array, items: { type: string } } }
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
      responses:
        200: { description: fine, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
components:
  schemas:
    Order: { type: object, required: [id], properties: { id: { type: string } } }
`;
    expect(findings(swagger, lifted)).toEqual([]);
    expect(findings(lifted, swagger)).toEqual([]);
  });

  it('points into Swagger 2.0 as it is written', () => {
    const longer = swagger.replace(
      '- { name: tags, in: query, type: array',
      '- { name: tags, in: query, minItems: 2, type: array',
    );
    const [finding] = findings(swagger, longer);
    expect(finding).toMatchObject({
      rule: 'request-parameter-min-items-set',
      pointer: '/paths/~1orders~1{id}/put/parameters/1/schema/minItems',
    });
  });

  it('says that a definition was compared in part when it leans on another text', () => {
    const outside = `
openapi: 3.0.0
paths:
  /a: { get: { responses: { 200: { content: { '*/*': { schema: { $ref: 'https://example.com/x.yaml#/X' } } } } } } }
`;
    expect(compare(outside, outside)).toEqual({
      outcome: 'partial',
      findings: [],
      reasons: [
        "The reference 'https://example.com/x.yaml#/X' leads out of the text.",
      ],
    });
  });

  const body = (schema: string) => `
openapi: 3.0.0
paths:
  /a: { post: { requestBody: { content: { application/json: { schema: ${schema} } } }, responses: {} } }
`;

  it.each([
    [
      'moved into allOf',
      '{ type: object, properties: { a: { type: string } } }',
      '{ allOf: [{ type: object }, { properties: { a: { type: string } } }] }',
    ],
    [
      'wrapped in a choice of one',
      '{ type: string, maxLength: 3 }',
      '{ oneOf: [{ type: string, maxLength: 3 }] }',
    ],
    [
      'ordered otherwise',
      '{ anyOf: [{ type: string }, { type: object }] }',
      '{ anyOf: [{ type: object }, { type: string }] }',
    ],
  ])('finds nothing when a schema is %s', (_, base, revision) => {
    expect(findings(body(base), body(revision))).toEqual([]);
  });

  it('takes a choice that holds what was allowed before as harmless for requests', () => {
    const found = findings(
      body('{ type: string }'),
      body(
        '{ oneOf: [{ type: string }, { type: object, properties: { a: { type: string } } }] }',
      ),
    );
    expect(found.filter(one => one.severity !== 'non-breaking')).toEqual([]);
  });
});
