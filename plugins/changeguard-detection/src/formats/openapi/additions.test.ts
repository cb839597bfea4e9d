import fc from 'fast-check';
import { defaultBudget } from '../../Comparison';
import { judge } from '../../judge';
import { openApi } from '.';
import { openApiRuleById } from './rules';

type Schema = Readonly<Record<string, unknown>>;

const names = fc.constantFrom('id', 'name', 'size', 'lines', 'customer');

/** Schemas of objects in objects, lists, alternatives and compositions. */
const { schema } = fc.letrec<{ schema: Schema; object: Schema; leaf: Schema }>(
  tie => ({
    leaf: fc.constantFrom<Schema>(
      { type: 'string' },
      { type: 'string', maxLength: 20 },
      { type: 'integer', minimum: 0 },
      { enum: ['open', 'closed'] },
    ),
    object: fc
      .tuple(
        fc.dictionary(names, tie('schema'), { minKeys: 1, maxKeys: 3 }),
        fc.subarray(['id', 'name']),
        fc.boolean(),
      )
      .map(([properties, required, open]) => ({
        type: 'object',
        properties,
        required: required.filter(name => Object.hasOwn(properties, name)),
        ...(open ? { additionalProperties: true } : {}),
      })),
    schema: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('leaf'),
      tie('object'),
      tie('schema').map(items => ({ type: 'array', items })),
      fc
        .array(tie('object'), { minLength: 2, maxLength: 3 })
        .map(oneOf => ({ oneOf })),
      fc
        .array(tie('schema'), { minLength: 2, maxLength: 3 })
        .map(anyOf => ({ anyOf })),
      fc
        .array(tie('object'), { minLength: 1, maxLength: 2 })
        .map(allOf => ({ allOf })),
    ),
  }),
);

const fresh = { fresh: { type: 'string' } };

/** The ways to let an object have one more optional property. */
const ways: Readonly<Record<string, (object: Schema) => Schema>> = {
  'among its properties': object => ({
    ...object,
    properties: { ...(object.properties as object), ...fresh },
  }),
  'by composing it': object => ({ allOf: [object, { properties: fresh }] }),
  'by composing it with an object': object => ({
    allOf: [object, { type: 'object', properties: fresh }],
  }),
};

/** The same with one object changed, for each of them. */
function changedOnce(
  value: unknown,
  change: (object: Schema) => Schema | undefined,
): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((one, index) =>
      changedOnce(one, change).map(other => value.with(index, other)),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const own = change(value as Schema);
  return [
    ...(own ? [own] : []),
    ...Object.entries(value).flatMap(([key, one]) =>
      changedOnce(one, change).map(other => ({ ...value, [key]: other })),
    ),
  ];
}

const isObject = ({ type, properties }: Schema) =>
  type === 'object' && typeof properties === 'object';

function define(body: unknown, side: 'request' | 'response'): string {
  const content = { content: { 'application/json': { schema: body } } };
  const operation =
    side === 'request'
      ? { requestBody: content, responses: {} }
      : { responses: { 200: content } };
  return JSON.stringify({
    openapi: '3.1.0',
    paths: { '/orders': { post: operation } },
  });
}

async function alarms(
  base: unknown,
  revision: unknown,
  side: 'request' | 'response',
) {
  const comparison = await openApi.compare(
    define(base, side),
    define(revision, side),
    { budget: defaultBudget, now: new Date('2026-01-15T00:00:00Z') },
  );
  if (comparison.outcome !== 'compared') throw new Error(comparison.outcome);
  return judge(comparison.findings, {
    rules: openApiRuleById,
    engine: 'openapi',
    engineVersion: '1',
  })
    .filter(({ severity }) => severity === 'breaking')
    .map(({ rule }) => rule);
}

const card = {
  type: 'object',
  required: ['number'],
  properties: { number: { type: 'string' } },
};
const transfer = {
  type: 'object',
  required: ['account'],
  properties: { account: { type: 'string' }, bank: { type: 'string' } },
};
const cash = { type: 'object', properties: { currency: { type: 'string' } } };
const withNote = {
  ...card,
  properties: { ...card.properties, note: { type: 'string' } },
};

describe('adding something optional', () => {
  it.each(['oneOf', 'anyOf'])(
    'breaks no request when an alternative of %s gains a property beside a new alternative',
    async word => {
      const base = { [word]: [card, transfer] };
      for (const list of [
        [withNote, transfer, cash],
        [cash, transfer, withNote],
      ]) {
        expect(await alarms(base, { [word]: list }, 'request')).toEqual([]);
      }
    },
  );

  it('breaks nobody when `allOf` gains a member that only describes it', async () => {
    const allOf = [card, transfer];
    for (const added of [
      { properties: { note: { type: 'string' } } },
      { type: 'object', properties: { note: { type: 'string' } } },
    ]) {
      const revision = { allOf: [...allOf, added] };
      for (const side of ['request', 'response'] as const) {
        expect(await alarms({ allOf }, revision, side)).toEqual([]);
      }
    }
  });

  it.each([
    ['describes what was described', { properties: { bank: { enum: ['a'] } } }],
    ['requires something', { properties: { note: {} }, required: ['note'] }],
    ['limits something', { properties: { note: {} }, maxProperties: 2 }],
    ['refuses a property', { properties: { note: false } }],
  ])('is not what a member of `allOf` does that %s', async (_, added) => {
    const allOf = [card, transfer];
    expect(
      await alarms({ allOf }, { allOf: [...allOf, added] }, 'request'),
    ).toEqual(['request-body-all-of-added']);
  });

  it('still finds an alternative that is gone', async () => {
    expect(
      await alarms(
        { oneOf: [card, transfer] },
        { oneOf: [withNote, cash] },
        'request',
      ),
    ).toEqual(['request-body-one-of-removed']);
  });

  it.each(Object.entries(ways))(
    'breaks nobody wherever it is: %s',
    async (_, way) => {
      await fc.assert(
        fc.asyncProperty(schema, fc.nat(), async (base, index) => {
          const revisions = changedOnce(base, object =>
            isObject(object) ? way(object) : undefined,
          );
          fc.pre(revisions.length > 0);
          const revision = revisions[index % revisions.length];
          for (const side of ['request', 'response'] as const) {
            expect(await alarms(base, revision, side)).toEqual([]);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it('breaks no request beside a new alternative, wherever it is', async () => {
    const members = fc.array(schema, { minLength: 2, maxLength: 3 });
    const word = fc.constantFrom('oneOf', 'anyOf');
    await fc.assert(
      fc.asyncProperty(members, word, fc.nat(), async (base, key, index) => {
        const changed = changedOnce(base, object =>
          isObject(object) ? ways['among its properties'](object) : undefined,
        ) as Schema[][];
        fc.pre(changed.length > 0);
        const revision = [...changed[index % changed.length], cash];
        expect(
          await alarms({ [key]: base }, { [key]: revision }, 'request'),
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
