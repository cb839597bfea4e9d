import fc from 'fast-check';
import { defaultBudget, EngineOptions } from './Comparison';
import { jsonSchema } from './formats/json-schema';
import { openApi } from './formats/openapi';

const options: EngineOptions = {
  budget: defaultBudget,
  now: new Date('2026-01-15T00:00:00Z'),
};

/** Objects whose keys are the words of both formats, in places where they make no sense. */
const words = fc.constantFrom(
  '$ref',
  'type',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'enum',
  'const',
  'items',
  'prefixItems',
  'properties',
  'patternProperties',
  'additionalProperties',
  'dependentRequired',
  'dependentSchemas',
  'required',
  'discriminator',
  'minimum',
  'maxLength',
  'pattern',
  'format',
  'paths',
  '/a/{b}',
  'get',
  'parameters',
  'name',
  'in',
  'requestBody',
  'content',
  'application/json',
  'schema',
  'responses',
  '200',
  'headers',
  'security',
  'components',
  'schemas',
  'x-sunset',
  '__proto__',
  'constructor',
  'toString',
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', 0, -1, 1e308),
  fc.constantFrom(
    '#',
    '#/',
    '#/components/schemas/A',
    '#/definitions/A',
    'https://example.com/x',
    '#/%E0%A4%A',
    'string',
    'object',
    '(',
    '(?=a)',
    'a{999999999}',
    '__proto__',
  ),
);
const junk: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  junk: fc.oneof(
    { depthSize: 'medium', maxDepth: 6 },
    leaf,
    fc.array(tie('junk'), { maxLength: 3 }),
    fc
      .array(fc.tuple(words, tie('junk')), { maxLength: 4 })
      .map(entries => Object.fromEntries(entries)),
  ),
})).junk;

describe('engines handed nonsense', () => {
  it('answers with a result for any two values as JSON Schemas', async () => {
    await fc.assert(
      fc.asyncProperty(junk, junk, async (base, revision) => {
        const { outcome } = await jsonSchema.compare(
          JSON.stringify({ definitions: { A: base }, ...Object(base) }),
          JSON.stringify(revision),
          options,
        );
        expect(['compared', 'partial', 'failed']).toContain(outcome);
      }),
      { numRuns: 500 },
    );
  });

  it('answers with a result for any two values as parts of definitions', async () => {
    const define = (version: object, one: unknown, other: unknown) =>
      JSON.stringify({
        ...version,
        ...Object(one),
        paths: {
          '/a': {
            get: {
              ...Object(other),
              responses: { 200: { content: { '*/*': { schema: other } } } },
            },
          },
          '/b': one,
        },
        components: { schemas: { A: other } },
        definitions: { A: one },
      });
    const version = fc.constantFrom(
      { openapi: '3.0.0' },
      { openapi: '3.1.0' },
      { swagger: '2.0' },
    );
    await fc.assert(
      fc.asyncProperty(
        version,
        version,
        fc.tuple(junk, junk, junk),
        async (old, now, [a, b, c]) => {
          const { outcome } = await openApi.compare(
            define(old, a, b),
            define(now, b, c),
            options,
          );
          expect(['compared', 'partial', 'failed']).toContain(outcome);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['no definition', '{}', 'unsupported'],
    ['a list', '[1]', 'unsupported'],
    ['a number', '42', 'unsupported'],
    ['a version nobody knows', 'openapi: 9.0.0', 'unsupported'],
    ['a text', 'hello', 'unsupported'],
    ['nothing', '', 'parse-error'],
  ])('explains %s in place of a definition', async (_, text, reason) => {
    expect(await openApi.compare(text, text, options)).toMatchObject({
      outcome: 'failed',
      reason,
      which: 'base',
      message: expect.stringMatching(/\.$/),
    });
  });

  const cyclic = {
    A: { allOf: [{ $ref: '#/components/schemas/A' }] },
    B: { $ref: '#/components/schemas/C' },
    C: { $ref: '#/components/schemas/B' },
    D: {
      type: 'object',
      properties: { next: { $ref: '#/components/schemas/D' } },
    },
    E: {
      oneOf: [
        { $ref: '#/components/schemas/E' },
        { allOf: [{ $ref: '#/components/schemas/D' }] },
      ],
    },
  };

  it.each(Object.keys(cyclic))(
    'compares the self-referring schema %s with a plain one',
    async name => {
      const define = (schema: unknown) =>
        JSON.stringify({
          openapi: '3.1.0',
          paths: {
            '/a': {
              get: {
                responses: { 200: { content: { '*/*': { schema } } } },
              },
            },
          },
          components: { schemas: cyclic },
        });
      const one = define({ $ref: `#/components/schemas/${name}` });
      const other = define({ type: 'object', minProperties: 1 });
      for (const [base, revision] of [
        [one, other],
        [other, one],
        [one, one],
      ]) {
        const { outcome } = await openApi.compare(base, revision, options);
        expect(['compared', 'partial']).toContain(outcome);
      }
    },
  );
});
