import fc from 'fast-check';
import { defaultBudget } from '../../Comparison';
import { judge } from '../../judge';
import { compareJsonSchema } from './compare';
import { jsonSchemaRules } from './rules';

const options = { budget: defaultBudget, now: new Date(0) };

const RULES = new Map(jsonSchemaRules.map(rule => [rule.id, rule]));

/** How one part leads to another. */
type Way = 'property' | 'items' | 'alternative' | 'others' | 'added';

interface Link {
  from: number;
  to: number;
  way: Way;
}

/** Parts in a row, each of which leads to the next, and further links between them. */
interface Graph {
  size: number;
  row: readonly Way[];
  links: readonly Link[];
}

/** The graph as a schema; the parts named have a text that is shorter. */
function written({ size, row, links }: Graph, shorter: readonly number[]) {
  const all = [
    ...row.map((way, from) => ({ from, to: from + 1, way })),
    ...links,
  ];
  return (version: 'base' | 'revision') => {
    const $defs = Object.fromEntries(
      Array.from({ length: size }, (_, index) => {
        const isShort = version === 'revision' && shorter.includes(index);
        const own = { type: 'string', maxLength: isShort ? 5 : 9 };
        const part: Record<string, any> = {
          type: 'object',
          properties: { own },
        };
        all.forEach(({ from, to, way }, number) => {
          if (from !== index) return;
          const there = { $ref: `#/$defs/P${to}` };
          if (way === 'others') {
            part.additionalProperties = there;
          } else if (way !== 'added' || version === 'revision') {
            part.properties[`p${number}`] = linkOf(way, there);
          }
        });
        return [`P${index}`, part];
      }),
    );
    return JSON.stringify({ $ref: '#/$defs/P0', $defs });
  };
}

function linkOf(way: Way, there: object): object {
  if (way === 'items') return { type: 'array', items: there };
  return way === 'alternative' ? { anyOf: [there, { type: 'null' }] } : there;
}

function fingerprints(graph: Graph, shorter: readonly number[]): string[] {
  const version = written(graph, shorter);
  const comparison = compareJsonSchema(
    version('base'),
    version('revision'),
    options,
  );
  if (comparison.outcome !== 'compared') throw new Error(comparison.outcome);
  const { findings } = comparison;
  return judge(findings, {
    rules: RULES,
    engine: 'json-schema',
    engineVersion: '1',
  }).map(({ fingerprint }) => fingerprint);
}

/** What is told of some differences, and not any more when others are there as well. */
function lost(
  graph: Graph,
  shorter: readonly number[],
  others: readonly number[],
): string[] {
  const accepted = fingerprints(graph, shorter);
  if (accepted.length === 0) throw new Error('Nothing was told.');
  const later = new Set(fingerprints(graph, [...shorter, ...others]));
  return accepted.filter(one => !later.has(one));
}

const chain = (size: number, way: Way, links: readonly Link[] = []): Graph => ({
  size,
  row: Array.from({ length: size - 1 }, () => way),
  links,
});

const graphs = fc.integer({ min: 3, max: 80 }).chain(size => {
  const way = fc.constantFrom<Way>('property', 'items', 'alternative');
  const link = fc.record({
    from: fc.nat(size - 1),
    to: fc.nat(size - 1),
    // What is added is told with all that it says, so that it is another finding when that differs.
    way: fc.constantFrom<Way>('property', 'items', 'alternative', 'others'),
  });
  return fc.record({
    graph: fc.record({
      size: fc.constant(size),
      row: fc.array(way, { minLength: size - 1, maxLength: size - 1 }),
      links: fc.array(link, { maxLength: 4 }),
    }),
    deep: fc.integer({ min: 1, max: size - 1 }),
    others: fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 3 }),
  });
});

describe('fingerprints of what differs deep down in JSON Schema', () => {
  describe.each<Way>(['property', 'items', 'alternative'])(
    'of parts that lead to the next by: %s',
    way => {
      it.each([39, 40, 41, 42, 43, 60, 200])(
        'stay as they are when the first of %i differs as well',
        size => {
          expect(lost(chain(size, way), [size - 1], [0])).toEqual([]);
        },
      );

      it('stay as they are where a short way leads there, too', () => {
        const link: Link = { from: 0, to: 80, way: 'property' };
        expect(lost(chain(90, way, [link]), [89], [0])).toEqual([]);
        expect(lost(chain(90, way, [link]), [89], [40])).toEqual([]);
      });

      it('stay as they are where the last leads to the first', () => {
        const link: Link = { from: 89, to: 0, way: 'property' };
        expect(lost(chain(90, way, [link]), [89], [0])).toEqual([]);
        expect(lost(chain(90, way, [link]), [0], [89])).toEqual([]);
      });
    },
  );

  it('stay as they are where parts lead to each other, however few', () => {
    const back: Link = { from: 2, to: 1, way: 'property' };
    const beside: Link = { from: 0, to: 2, way: 'property' };
    expect(lost(chain(3, 'property', [back, beside]), [1], [2])).toEqual([]);
    expect(lost(chain(3, 'property', [back, beside]), [2], [1])).toEqual([]);
    const around: Link = { from: 3, to: 1, way: 'property' };
    const within: Link = { from: 0, to: 2, way: 'property' };
    expect(lost(chain(4, 'property', [around, within]), [1], [2])).toEqual([]);
  });

  it('stay as they are where a property is added that leads to it', () => {
    const added: Link = { from: 50, to: 60, way: 'added' };
    expect(lost(chain(70, 'property', [added]), [69], [0])).toEqual([]);
    expect(lost(chain(70, 'property', [added]), [69], [50])).toEqual([]);
  });

  it('stay as they are when anything else differs as well', () => {
    fc.assert(
      fc.property(graphs, ({ graph, deep, others }) => {
        expect(lost(graph, [deep], others)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
