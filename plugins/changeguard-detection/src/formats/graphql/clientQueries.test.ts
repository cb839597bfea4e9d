import fc from 'fast-check';
import { buildSchema, parse, validate } from 'graphql';
import { defaultBudget } from '../../Comparison';
import { judge } from '../../judge';
import { graphql } from '.';

/** A field of a type, with the arguments that it takes. */
interface Field {
  name: string;
  type: string;
  arguments: { name: string; type: string; required: boolean }[];
}

const argument = fc.record({
  name: fc.constantFrom('x', 'y'),
  type: fc.constantFrom('Int', 'String', 'Size', 'Filter'),
  required: fc.boolean(),
});
const field: fc.Arbitrary<Field> = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  type: fc.constantFrom('Int', '[String]', 'Item', '[Item!]!', 'Size!'),
  arguments: fc.uniqueArray(argument, {
    selector: ({ name }) => name,
    maxLength: 2,
  }),
});
const fields = fc.uniqueArray(field, {
  selector: ({ name }) => name,
  minLength: 1,
  maxLength: 3,
});
const schema = fc.record({
  query: fields,
  item: fields,
  sizes: fc.subarray(['SMALL', 'LARGE'], { minLength: 1 }),
  filter: fc.uniqueArray(argument, {
    selector: ({ name }) => name,
    minLength: 1,
    maxLength: 2,
  }),
});
type Schema = typeof schema extends fc.Arbitrary<infer T> ? T : never;

function write({ query, item, sizes, filter }: Schema): string {
  const inputs = (list: Field['arguments']) =>
    list
      .map(one => `${one.name}: ${one.type}${one.required ? '!' : ''}`)
      .join(', ');
  const body = (list: Field[]) =>
    list
      .map(({ name, type, arguments: given }) =>
        given.length > 0
          ? `${name}(${inputs(given)}): ${type}`
          : `${name}: ${type}`,
      )
      .join('\n');
  // Only plain inputs within inputs: a filter that needs a filter could never be written.
  const plain = filter.map(one => ({
    ...one,
    type: one.type === 'Filter' ? 'Int' : one.type,
  }));
  return `type Query {\n${body(query)}\n}\ntype Item {\n${body(
    item,
  )}\n}\nenum Size { ${sizes.join(' ')} }\ninput Filter { ${inputs(plain)} }\n`;
}

/** A query of everything, two levels deep, with every argument or only those that are needed. */
function queryFor(
  { query, item, sizes, filter }: Schema,
  all: boolean,
): string {
  const value = (type: string): string => {
    if (type === 'Int') return '1';
    if (type === 'String') return '"a"';
    if (type === 'Size') return sizes[sizes.length - 1];
    const members = filter.filter(one => all || one.required);
    return `{${members
      .map(
        ({ name, type: own }) =>
          `${name}: ${value(own === 'Filter' ? 'Int' : own)}`,
      )
      .join(', ')}}`;
  };
  const called = ({ name, arguments: given }: Field) => {
    const sent = given.filter(one => all || one.required);
    const list = sent.map(one => `${one.name}: ${value(one.type)}`).join(', ');
    return list ? `${name}(${list})` : name;
  };
  const chosen = (list: Field[], deeper: string) =>
    list
      .map(one =>
        /Item/.test(one.type) ? `${called(one)} ${deeper}` : called(one),
      )
      .join(' ');
  const inner = `{ __typename ${item
    .filter(({ type }) => !/Item/.test(type))
    .map(called)
    .join(' ')} }`;
  return `{ ${chosen(query, inner)} }`;
}

async function severities(base: Schema, revision: Schema): Promise<string[]> {
  const comparison = await graphql.compare(write(base), write(revision), {
    budget: defaultBudget,
    now: new Date('2026-01-15T00:00:00Z'),
  });
  if (comparison.outcome !== 'compared') throw new Error(comparison.outcome);
  return judge(comparison.findings, {
    rules: new Map(graphql.rules.map(rule => [rule.id, rule])),
    engine: graphql.id,
    engineVersion: graphql.version,
  }).map(({ severity }) => severity);
}

describe('queries of clients', () => {
  it('are found to break whenever GraphQL itself refuses them', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        schema,
        schema,
        fc.boolean(),
        async (base, revision, all) => {
          const query = parse(queryFor(base, all));
          const errors = (one: Schema) =>
            validate(buildSchema(write(one)), query);
          expect(errors(base)).toEqual([]);
          if (errors(revision).length === 0) return;
          refused += 1;
          expect(await severities(base, revision)).toContain('breaking');
        },
      ),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it('never break by something optional that is added', async () => {
    await fc.assert(
      fc.asyncProperty(schema, field, argument, async (base, fresh, given) => {
        const optional = { ...given, name: 'fresh', required: false };
        const [first, ...others] = base.query;
        const revision = {
          ...base,
          query: [
            { ...first, arguments: [...first.arguments, optional] },
            ...others,
            { ...fresh, name: 'fresh' },
          ],
        };
        const found = await severities(base, revision);
        expect(found).not.toEqual([]);
        expect(found).not.toContain('breaking');
      }),
      { numRuns: 200 },
    );
  });
});
