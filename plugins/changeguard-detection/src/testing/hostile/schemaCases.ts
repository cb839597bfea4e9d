import { HostileCase } from './HostileCase';
import { each } from './written';

const schema = (value: unknown) => () => JSON.stringify(value);

/** A schema in which each of many definitions points to all of them; with `turn`, each by other names. */
function clique(size: number, more: object = {}, turn = 0): string {
  const all = (from: number) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `p${index}`,
        { $ref: `#/definitions/S${(index + from * turn) % size}` },
      ]),
    );
  return JSON.stringify({
    $ref: '#/definitions/S0',
    definitions: Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `S${index}`,
        { type: 'object', properties: all(index), ...more },
      ]),
    ),
  });
}

/** A value within a value, as often as the depth allows. */
function deep(word: string, times: number): object {
  let value: object = { type: 'string' };
  for (let count = 0; count < times; count += 1) value = { [word]: value };
  return value;
}

/** JSON Schemas. */
export const schemaCases: readonly HostileCase[] = [
  {
    name: 'a clique of references',
    format: 'json-schema',
    base: () => clique(60),
    revision: () => clique(60, { required: ['p1'] }),
    ends: ['compared', 'partial'],
  },
  {
    name: 'references that only point to each other',
    format: 'json-schema',
    base: schema({
      $ref: '#/definitions/A',
      definitions: {
        A: { $ref: '#/definitions/B' },
        B: { $ref: '#/definitions/A' },
      },
    }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a schema that has to hold within itself',
    format: 'json-schema',
    base: schema({ allOf: [{ $ref: '#' }, { type: 'string' }] }),
    revision: schema({ anyOf: [{ $ref: '#' }, { type: 'integer' }] }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a schema that is its own opposite',
    format: 'json-schema',
    base: schema({ not: { $ref: '#' } }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a pattern that takes for ever on its own text',
    format: 'json-schema',
    base: schema({ type: 'string', enum: [`${'a'.repeat(40)}!`] }),
    revision: schema({ type: 'string', pattern: '^(a+)+$' }),
    ends: ['compared', 'partial'],
  },
  {
    name: 'a pattern with a counter of a thousand million',
    format: 'json-schema',
    base: schema({ type: 'string', pattern: '^(a{1,99999}){1,99999}$' }),
    revision: schema({ type: 'string', pattern: '^(b{1,99999}){1,99999}$' }),
    ends: ['compared', 'partial'],
  },
  {
    name: 'patterns whose automata double with every word',
    format: 'json-schema',
    base: schema({ type: 'string', pattern: '^(a|b)*a(a|b){30}$' }),
    revision: schema({ type: 'string', pattern: '^(a|b)*b(a|b){31}$' }),
    ends: ['compared', 'partial'],
  },
  {
    name: 'a pattern of ten thousand groups',
    format: 'json-schema',
    base: schema({
      type: 'string',
      pattern: `${'('.repeat(10_000)}a${')'.repeat(10_000)}`,
    }),
    revision: schema({ type: 'string', pattern: 'b' }),
    ends: ['compared', 'partial'],
  },
  {
    name: 'half a million values in an enum',
    format: 'json-schema',
    base: () => `{"enum": [${each(500_000, String, ',')}]}`,
    revision: () =>
      `{"enum": [${each(500_000, index => String(index + 1), ',')}]}`,
    ends: ['compared', 'partial'],
  },
  {
    name: 'a million items',
    format: 'json-schema',
    base: () => `{"enum": [${each(1_000_000, String, ',')}]}`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'five million objects that hold nothing',
    format: 'json-schema',
    base: () => `{"enum": [${'{},'.repeat(5_000_000)}{}]}`,
    ends: ['failed'],
  },
  {
    name: 'a million and a half names in one object',
    format: 'json-schema',
    base: () =>
      `{"const": {${each(
        1_500_000,
        index => `"${index.toString(36)}":0`,
        ',',
      )}}}`,
    ends: ['failed'],
  },
  {
    name: 'numbers beyond all numbers',
    format: 'json-schema',
    base: () => '{"minimum": -1e400, "maximum": 1e400, "multipleOf": 1e-320}',
    revision: () =>
      '{"minimum": 123456789012345678901234567890, "multipleOf": 0}',
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'lengths that nothing has',
    format: 'json-schema',
    base: schema({ minItems: 1e300, minLength: -5, maxProperties: 1e308 }),
    revision: schema({ minItems: 1e308, minLength: 'x', maxProperties: null }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'words that every object has, as properties',
    format: 'json-schema',
    base: () =>
      '{"properties": {"__proto__": {"type": "string"}, "constructor": {"type": "string"}, "toString": {"type": "string"}}, "required": ["__proto__", "constructor", "hasOwnProperty"]}',
    revision: () =>
      '{"properties": {"__proto__": {"type": "integer"}, "constructor": {"type": "integer"}}, "required": ["valueOf"]}',
    ends: ['compared'],
  },
  {
    name: 'a reference to what every object has',
    format: 'json-schema',
    base: schema({ $ref: '#/__proto__/constructor' }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'opposites of opposites',
    format: 'json-schema',
    base: () => JSON.stringify(deep('not', 250)),
    revision: () => JSON.stringify(deep('not', 251)),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'items within items',
    format: 'json-schema',
    base: () => JSON.stringify(deep('items', 500)),
    revision: () => JSON.stringify(deep('items', 499)),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'choices that multiply',
    format: 'json-schema',
    base: schema({
      allOf: Array.from({ length: 20 }, (_, index) => ({
        anyOf: [
          { required: [`a${index}`] },
          { required: [`b${index}`] },
          { minProperties: index },
        ],
      })),
    }),
    revision: schema({
      allOf: Array.from({ length: 20 }, (_, index) => ({
        oneOf: [{ required: [`a${index}`] }, { required: [`c${index}`] }],
      })),
    }),
    ends: ['compared', 'partial'],
  },
  {
    name: 'two thousand overlapping choices',
    format: 'json-schema',
    base: schema({
      oneOf: Array.from({ length: 2_000 }, (_, index) => ({
        minimum: index,
        maximum: index + 10,
      })),
    }),
    revision: schema({
      oneOf: Array.from({ length: 2_000 }, (_, index) => ({
        minimum: index + 1,
        maximum: index + 12,
      })),
    }),
    ends: ['compared', 'partial'],
  },
  {
    name: 'half a million values that all changed',
    format: 'json-schema',
    base: () => `{"enum": [${each(500_000, String, ',')}]}`,
    revision: () =>
      `{"enum": [${each(500_000, index => String(-1 - index), ',')}]}`,
    ends: ['failed'],
  },
  {
    name: 'half a million properties that are all required',
    format: 'json-schema',
    base: schema({ type: 'object' }),
    revision: () =>
      `{"type": "object", "required": [${each(
        500_000,
        index => `"p${index}"`,
        ',',
      )}]}`,
    ends: ['failed'],
  },
  {
    name: 'cliques that meet in every pair of their schemas',
    format: 'json-schema',
    base: () => clique(60),
    revision: () => clique(60, { maxProperties: 5 }, 7),
    ends: ['compared', 'failed'],
  },
  {
    name: 'a hundred thousand properties',
    format: 'json-schema',
    base: () =>
      `{"properties": {${each(
        100_000,
        index => `"p${index}": {"type": "string"}`,
        ',',
      )}}}`,
    revision: () =>
      `{"properties": {${each(
        100_000,
        index => `"p${index}": {"type": "integer"}`,
        ',',
      )}}}`,
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a reference far away, which nobody may fetch',
    format: 'json-schema',
    base: schema({ $ref: 'http://169.254.169.254/latest/meta-data' }),
    revision: schema({ $ref: 'file:///etc/passwd' }),
    ends: ['partial', 'failed', 'compared'],
  },
];
