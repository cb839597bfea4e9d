import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { defaultBudget } from '../../Comparison';
import { judge } from '../../judge';
import { openApi } from '.';
import { openApiRuleById } from './rules';

type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  name: string;
  required: boolean;
  schema: Schema;
}

/** One operation, from which a definition is written. */
interface Operation {
  method: 'post' | 'put';
  path: string;
  parameters: Parameter[];
  body: Schema;
  bodyRequired: boolean;
  answer: Schema;
}

/** Words whose tightening is an error in the vocabulary of the rules; bounds are warnings there. */
const plain: fc.Arbitrary<Schema> = fc.oneof(
  fc.record({ type: fc.constantFrom('string', 'integer', 'boolean') }),
  fc.record({
    type: fc.constant('string'),
    enum: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  }),
  fc.record({
    type: fc.constant('array'),
    items: fc.record({ type: fc.constantFrom('string', 'integer') }),
  }),
);
const numbered: fc.Arbitrary<Schema> = fc.record({
  type: fc.constant('integer'),
  minimum: fc.integer({ min: -2, max: 1 }),
  maximum: fc.integer({ min: 1, max: 5 }),
});
const sized: fc.Arbitrary<Schema> = fc.record({
  type: fc.constant('string'),
  minLength: fc.integer({ min: 0, max: 1 }),
  maxLength: fc.integer({ min: 1, max: 3 }),
});
const patterned: fc.Arbitrary<Schema> = fc.record({
  type: fc.constant('string'),
  pattern: fc.constantFrom('^[a-z]*$', 'a', '^.?.?$'),
});
const bounded = fc.oneof(plain, numbered, sized, patterned);

function objectOf(
  member: fc.Arbitrary<Schema>,
  additional: fc.Arbitrary<Schema>,
): fc.Arbitrary<Schema> {
  const names = fc.constantFrom('id', 'size', 'tags');
  return fc
    .tuple(
      fc.dictionary(names, member, { minKeys: 1, maxKeys: 3 }),
      fc.subarray(['id', 'size', 'tags']),
      additional,
    )
    .map(([properties, required, rest]) => ({
      type: 'object',
      properties,
      required: required.filter(name => Object.hasOwn(properties, name)),
      ...rest,
    }));
}

function operationOf(
  member: fc.Arbitrary<Schema>,
  additional: fc.Arbitrary<Schema>,
): fc.Arbitrary<Operation> {
  return fc.record({
    method: fc.constantFrom('post' as const, 'put' as const),
    path: fc.constantFrom('/orders', '/orders/{id}'),
    parameters: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('page', 'sort'),
        required: fc.boolean(),
        schema: member,
      }),
      { selector: ({ name }) => name, maxLength: 2 },
    ),
    body: objectOf(member, additional),
    bodyRequired: fc.boolean(),
    answer: objectOf(member, additional),
  });
}

const plainOperation = operationOf(plain, fc.constant({}));
const anyOperation = operationOf(
  bounded,
  fc.constantFrom({}, { additionalProperties: false }),
);

function define(operation: Operation): string {
  const content = (schema: Schema) => ({ 'application/json': { schema } });
  return JSON.stringify({
    openapi: '3.1.0',
    paths: {
      [operation.path]: {
        [operation.method]: {
          parameters: [
            ...(operation.path.includes('{id}')
              ? [
                  {
                    name: 'id',
                    in: 'path',
                    required: true,
                    schema: { type: 'string' },
                  },
                ]
              : []),
            ...operation.parameters.map(one => ({ ...one, in: 'query' })),
          ],
          requestBody: {
            required: operation.bodyRequired,
            content: content(operation.body),
          },
          responses: { 200: { content: content(operation.answer) } },
        },
      },
    },
  });
}

/** Another pattern, and a member more of a closed object, are told of answers without alarm in the vocabulary of the rules. */
const answeringOperation = operationOf(
  fc.oneof(plain, numbered, sized),
  fc.constant({}),
);

/** What a client sends: written for one operation, perhaps sent to another. */
interface Request {
  method: string;
  path: string;
  query: Readonly<Record<string, unknown>>;
  body?: unknown;
}

const value = fc.constantFrom<unknown>('a', 'b', 'abcd', '', 0, 1, 7, true);
const values = fc.dictionary(
  fc.constantFrom('id', 'size', 'tags'),
  fc.oneof(value, fc.array(fc.constantFrom<unknown>('a', 1), { maxLength: 2 })),
);
const parts = fc.record({
  query: fc.dictionary(fc.constantFrom('page', 'sort'), value),
  body: fc.option(values, { nil: undefined }),
});

const ajv = new Ajv2020({ strict: false, logger: false });

function fits(schema: Schema, one: unknown): boolean {
  return ajv.compile(schema)(one);
}

/** Whether a server that keeps to a definition takes a request; parameters that it does not know are nothing to it. */
function accepts(operation: Operation, request: Request): boolean {
  return (
    operation.method === request.method &&
    operation.path === request.path &&
    operation.parameters.every(({ name, required, schema }) =>
      Object.hasOwn(request.query, name)
        ? fits(schema, request.query[name])
        : !required,
    ) &&
    (request.body === undefined
      ? !operation.bodyRequired
      : fits(operation.body, request.body))
  );
}

function severities(base: Operation, revision: Operation): string[] {
  const comparison = openApi.compare(define(base), define(revision), {
    budget: defaultBudget,
    now: new Date('2026-01-15T00:00:00Z'),
  });
  if (comparison instanceof Promise || comparison.outcome !== 'compared') {
    throw new Error('not compared');
  }
  return judge(comparison.findings, {
    rules: openApiRuleById,
    engine: 'openapi',
    engineVersion: '1',
  }).map(({ severity }) => severity);
}

/** The same with nothing in it that a client generated for an operation does not know. */
function asGenerated(
  { method, path, parameters, body }: Operation,
  sent: typeof parts extends fc.Arbitrary<infer T> ? T : never,
): Request {
  const known = (
    given: Readonly<Record<string, unknown>>,
    names: readonly string[],
  ) =>
    Object.fromEntries(
      Object.entries(given).filter(([name]) => names.includes(name)),
    );
  return {
    method,
    path,
    query: known(
      sent.query,
      parameters.map(({ name }) => name),
    ),
    body: sent.body && known(sent.body, Object.keys(Object(body.properties))),
  };
}

/** Looks at many requests that an operation accepts, and calls back for those that another one refuses. */
function forRefused(
  operation: fc.Arbitrary<Operation>,
  check: (base: Operation, revision: Operation) => void,
): number {
  let refused = 0;
  fc.assert(
    fc.property(
      operation,
      operation,
      fc.array(parts, { minLength: 10, maxLength: 30 }),
      fc.boolean(),
      (base, other, sent, moves) => {
        const { method, path } = base;
        const revision = moves ? other : { ...other, method, path };
        const isRefused = sent
          .map(one => asGenerated(base, one))
          .some(one => accepts(base, one) && !accepts(revision, one));
        if (!isRefused) return;
        refused += 1;
        check(base, revision);
      },
    ),
    { numRuns: 400 },
  );
  return refused;
}

describe('requests of clients', () => {
  it('are found to break when the revision refuses what the base took', () => {
    const refused = forRefused(plainOperation, (base, revision) => {
      expect(severities(base, revision)).toContain('breaking');
    });
    expect(refused).toBeGreaterThan(50);
  });

  it('raise an alarm also when bounds or closed objects refuse them', () => {
    const refused = forRefused(anyOperation, (base, revision) => {
      const found = severities(base, revision);
      expect(found.some(one => one !== 'non-breaking')).toBe(true);
    });
    expect(refused).toBeGreaterThan(50);
  });
});

describe('answers of servers', () => {
  it('raise an alarm when the base did not allow them', () => {
    let surprises = 0;
    fc.assert(
      fc.property(
        answeringOperation,
        answeringOperation,
        fc.array(values, { minLength: 10, maxLength: 30 }),
        (base, { answer }, answers) => {
          const isSurprise = answers.some(
            one => fits(answer, one) && !fits(base.answer, one),
          );
          if (!isSurprise) return;
          surprises += 1;
          const found = severities(base, { ...base, answer });
          expect(found.some(one => one !== 'non-breaking')).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
    expect(surprises).toBeGreaterThan(50);
  });
});
