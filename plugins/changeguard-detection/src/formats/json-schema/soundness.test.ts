import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { defaultBudget } from '../../Comparison';
import { compareJsonSchema } from './compare';

const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 'a', 'ab', 'abc', ''),
  fc.integer({ min: -6, max: 12 }),
);

const value: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('p', 'q', 'r'), tie('value'), {
      maxKeys: 3,
    }),
  ),
})).value;

const type = fc.constantFrom(
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
);

/** A schema whose words belong to one type, or which is put together from others. */
const schema: fc.Arbitrary<Record<string, unknown>> = fc.letrec<{
  schema: Record<string, unknown>;
}>(tie => ({
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.record({ type }),
    fc.record({ type: fc.uniqueArray(type, { minLength: 1, maxLength: 3 }) }),
    fc.record({ enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }) }),
    fc.record(
      {
        type: fc.constantFrom('number', 'integer'),
        minimum: fc.integer({ min: -5, max: 5 }),
        maximum: fc.integer({ min: 0, max: 10 }),
        exclusiveMaximum: fc.integer({ min: 0, max: 10 }),
        multipleOf: fc.integer({ min: 1, max: 4 }),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('string'),
        minLength: fc.integer({ min: 0, max: 2 }),
        maxLength: fc.integer({ min: 0, max: 3 }),
        pattern: fc.constantFrom('^a', 'b', '^(ab)*$', '^.$'),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('array'),
        items: fc.oneof(tie('schema'), fc.constant(false)),
        prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        minItems: fc.integer({ min: 0, max: 2 }),
        maxItems: fc.integer({ min: 0, max: 3 }),
        uniqueItems: fc.boolean(),
      },
      { requiredKeys: ['type'] },
    ),
    // Apart from `prefixItems`: beside it, the validator we compare with passes over `contains` for short lists.
    fc.record(
      {
        type: fc.constant('array'),
        items: tie('schema'),
        contains: tie('schema'),
        maxContains: fc.integer({ min: 1, max: 2 }),
        maxItems: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: ['type', 'contains'] },
    ),
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(fc.constantFrom('p', 'q'), tie('schema')),
        additionalProperties: fc.oneof(tie('schema'), fc.boolean()),
        required: fc.uniqueArray(fc.constantFrom('p', 'q', 'r')),
        minProperties: fc.integer({ min: 0, max: 2 }),
        maxProperties: fc.integer({ min: 0, max: 3 }),
        dependentRequired: fc.constant({ p: ['q'] }),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({
      anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ not: tie('schema') }),
    fc.record({ if: tie('schema'), then: tie('schema'), else: tie('schema') }),
  ),
})).schema;

function contained(base: unknown, revision: unknown): boolean {
  const comparison = compareJsonSchema(
    JSON.stringify(base),
    JSON.stringify(revision),
    { budget: defaultBudget, now: new Date(0), compatibility: 'backward' },
  );
  if (comparison.outcome !== 'compared') throw new Error(comparison.outcome);
  return comparison.findings.length === 0;
}

function validator(of: object) {
  return new Ajv2020({ strict: false, logger: false }).compile(of);
}

describe('containment of JSON Schemas', () => {
  it('never calls a pair fine when a value shows otherwise', () => {
    fc.assert(
      fc.property(
        schema,
        schema,
        fc.array(value, { minLength: 5, maxLength: 15 }),
        (base, revision, values) => {
          if (!contained(base, revision)) return;
          const [fitsBase, fitsRevision] = [base, revision].map(validator);
          const refused = values.filter(
            one => fitsBase(one) && !fitsRevision(one),
          );
          expect(refused).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds every schema contained in itself, and in itself beside another', () => {
    fc.assert(
      fc.property(schema, schema, (one, other) => {
        expect(contained(one, one)).toBe(true);
        expect(contained(one, { anyOf: [other, one] })).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds what holds for two schemas contained in each of them', () => {
    fc.assert(
      fc.property(schema, schema, (one, other) => {
        const comparison = compareJsonSchema(
          JSON.stringify({ allOf: [one, other] }),
          JSON.stringify(one),
          {
            budget: defaultBudget,
            now: new Date(0),
            compatibility: 'backward',
          },
        );
        const facts =
          comparison.outcome === 'compared' ? comparison.findings : [];
        const certain = facts.filter(
          fact => fact.rule !== 'undecidable-backward',
        );
        expect(certain).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
