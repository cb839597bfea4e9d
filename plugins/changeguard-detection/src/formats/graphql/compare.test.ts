import { defaultBudget, EngineOptions } from '../../Comparison';
import { Fact } from '../../Finding';
import { compareGraphql } from './compare';

const options: EngineOptions = {
  budget: defaultBudget,
  now: new Date('2026-01-15T00:00:00Z'),
};

async function factsOf(base: string, revision: string): Promise<Fact[]> {
  const comparison = await compareGraphql(base, revision, options);
  if (comparison.outcome === 'failed') throw new Error(comparison.message);
  return comparison.findings;
}

describe('comparing GraphQL schemas', () => {
  it('finds nothing in a schema in another order and writing', async () => {
    const base = `
      type Query { order(id: ID!, region: String = "eu"): Order  size: Size }
      "An order"
      type Order { id: ID! total: Int }
      enum Size { SMALL LARGE }
      union Any = Query | Order
      directive @d(a: Int, b: Int) on FIELD | QUERY`;
    const revision = `
      directive @d(b: Int, a: Int) on | QUERY | FIELD
      union Any = | Order | Query
      enum Size { LARGE, SMALL }
      type Order { total: Int, id: ID! } # the same
      type Query { size: Size, order(region: String = "eu", id: ID!): Order }`;
    expect(await factsOf(base, revision)).toEqual([]);
  });

  it('says where, with the lines of both texts', async () => {
    const [fact] = await factsOf(
      'type Query {\n  order(id: ID): Int\n}',
      'type Query {\n  a: Int\n  order(id: ID!): Int\n}',
    ).then(facts => facts.filter(({ rule }) => rule !== 'field-added'));
    expect(fact).toMatchObject({
      rule: 'argument-type-changed',
      pointer: 'Query.order(id:)',
      before: 'ID',
      after: 'ID!',
      beforeRange: { startLine: 2, endLine: 2 },
      afterRange: { startLine: 3, endLine: 3 },
    });
  });

  it('asks for a new argument of a directive only where it has no default', async () => {
    const define = (argument: string) =>
      `type Query { a: Int } directive @cached(for: Int${argument}) on FIELD`;
    const rulesOf = async (argument: string) =>
      (await factsOf(define(''), define(argument))).map(({ rule }) => rule);
    expect(await rulesOf(' scope: String!')).toEqual([
      'required-directive-argument-added',
    ]);
    expect(await rulesOf(' scope: String! = "all"')).toEqual([
      'optional-directive-argument-added',
    ]);
  });

  it('tells two members of one union apart', async () => {
    const types = 'type A { a: Int } type B { a: Int } type C { a: Int } ';
    const facts = await factsOf(
      `${types} union U = A`,
      `${types} union U = A | B | C`,
    );
    expect(facts.map(({ identity }) => identity).sort()).toEqual([
      'U B',
      'U C',
    ]);
  });

  it('tells a new type once, not field by field', async () => {
    const facts = await factsOf(
      'type Query { a: Int }',
      'type Query { a: Int } directive @d(a: Int) on OBJECT type New @d(a: 1) { a(b: Int): Int c: Int @deprecated }',
    );
    expect(facts.map(({ rule }) => rule).sort()).toEqual([
      'directive-added',
      'type-added',
    ]);
  });

  const subgraph = (fields: string) => `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key"])
    extend type Query { me: User }
    type User @key(fields: "id") @shareable { ${fields} }`;

  it('compares a part of a federation whose directives are defined elsewhere', async () => {
    const comparison = await compareGraphql(
      subgraph('id: ID! name: String @inaccessible'),
      subgraph('id: ID!'),
      options,
    );
    expect(comparison).toMatchObject({
      outcome: 'compared',
      findings: [{ rule: 'field-removed', pointer: 'User.name' }],
    });
  });

  it('compares what is there when types are defined elsewhere, and says that it is not all', async () => {
    const define = (type: string) =>
      `type Query implements Node { a: ${type} b: Money } union U = Elsewhere`;
    expect(
      await compareGraphql(define('Int'), define('String'), options),
    ).toMatchObject({
      outcome: 'partial',
      findings: [{ rule: 'field-type-changed', pointer: 'Query.a' }],
      reasons: [
        expect.stringContaining('Elsewhere'),
        expect.stringContaining('Money'),
        expect.stringContaining('Node'),
      ],
    });
  });

  it.each([
    ['nothing', '', 'parse-error'],
    ['a broken text', 'type Query {', 'parse-error'],
    [
      'two types of one name',
      'type A { a: Int } type A { b: Int }',
      'parse-error',
    ],
    ['a query', '{ orders { id } }', 'parse-error'],
    ['JSON', '{"openapi": "3.0.0"}', 'parse-error'],
    [
      'deep lists',
      `type Query { a: ${'['.repeat(5000)}Int${']'.repeat(5000)} }`,
      'too-deep',
    ],
    ['a binary', '\u0000\u0001', 'parse-error'],
  ])('explains %s in place of a schema', async (_, text, reason) => {
    expect(await compareGraphql(text, text, options)).toMatchObject({
      outcome: 'failed',
      reason,
      which: 'base',
      message: expect.stringMatching(/\.$/),
    });
  });

  it('explains a schema that is larger than the budget', async () => {
    const small = { ...defaultBudget, nodes: 10, bytes: 200 };
    const ask = (text: string) =>
      compareGraphql(text, text, { ...options, budget: small });
    const large = { outcome: 'failed', reason: 'too-large' };
    expect(await ask('scalar A '.repeat(50))).toMatchObject(large);
    expect(await ask('scalar A '.repeat(20))).toMatchObject(large);
  });

  it('takes names of JavaScript for names', async () => {
    const define = (field: string) =>
      `type Query { constructor: Int toString: Int ${field} } type __proto__ { a: Int }`;
    expect(await factsOf(define('a: Int'), define(''))).toMatchObject([
      { rule: 'field-removed', pointer: 'Query.a' },
    ]);
  });
});
