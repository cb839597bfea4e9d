import { Containment } from '../schema-containment/Containment';
import { draft2020, openApi31 } from '../schema-containment/Dialect';
import { SchemaDocument } from '../schema-containment/SchemaDocument';
import { defaultBudget } from '../Comparison';
import { openApi } from '../formats/openapi';
import { ApiDocument } from './ApiDocument';
import { schemaChecks } from './checks/schemaChecks';
import { SchemaPairs } from './SchemaPairs';

const SIZE = 40;

/** Schemas that refer to each other: every one to every one, or each to the next and the last to the first. */
function schemas(shape: 'clique' | 'ring', maxLength: number) {
  const names = Array.from({ length: SIZE }, (_, index) => `S${index}`);
  return Object.fromEntries(
    names.map((name, index) => {
      const others = shape === 'clique' ? names : [names[(index + 1) % SIZE]];
      const properties = Object.fromEntries([
        ['own', { type: 'string', maxLength }],
        ...others.map(other => [other, { $ref: `#/$defs/${other}` }]),
      ]);
      return [name, { type: 'object', properties }];
    }),
  );
}

describe.each(['clique', 'ring'] as const)('schemas in a %s', shape => {
  it('are compared once for each pair, with what is in them', () => {
    const [base, revision] = [9, 5].map((maxLength, index) => {
      const id = index === 0 ? 'base' : 'revision';
      const value = { $defs: schemas(shape, maxLength) };
      return new ApiDocument(id, value, openApi31);
    });
    const pairs = new SchemaPairs(base, revision, schemaChecks);
    const start = { $ref: '#/$defs/S0' };
    const root = pairs.pair(
      base.follow(start, '')!,
      revision.follow(start, '')!,
    );
    expect(pairs.differs(root)).toBe(true);
    // One for each schema, and one for its own property.
    expect(pairs.size).toBe(2 * SIZE);
  });

  it('are contained in each other by as many questions as there are pairs', () => {
    const nodeOf = (id: string, maxLength: number) => {
      const root = { $ref: '#/$defs/S0', $defs: schemas(shape, maxLength) };
      return new SchemaDocument(id, root, draft2020).node(root, '');
    };
    const containment = new Containment();
    const { reasons } = containment.explain(
      [nodeOf('base', 9)],
      [nodeOf('revision', 5)],
    );
    expect(reasons.length).toBeGreaterThan(0);
    // The document itself, and properties that nobody describes, are asked about once each.
    expect(containment.pairs).toBeLessThanOrEqual(2 * SIZE + 2);
  });
});

describe('operations that all use schemas that all differ', () => {
  it('are too many to be told, and none of them passes for all', () => {
    const count = 200;
    const define = (maxLength: number) => {
      const all = Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `S${index}`,
          {
            type: 'object',
            properties: {
              own: { type: 'string', maxLength },
              next: { $ref: `#/components/schemas/S${(index + 1) % count}` },
            },
          },
        ]),
      );
      const paths = Object.fromEntries(
        Object.keys(all).map(name => [
          `/${name}`,
          {
            get: {
              responses: {
                200: {
                  content: {
                    'application/json': {
                      schema: { $ref: `#/components/schemas/${name}` },
                    },
                  },
                },
              },
            },
          },
        ]),
      );
      const info = { title: 'Orders', version: '1' };
      return JSON.stringify({
        openapi: '3.1.0',
        info,
        paths,
        components: { schemas: all },
      });
    };
    const comparison = openApi.compare(define(5), define(9), {
      budget: defaultBudget,
      now: new Date('2026-01-15T00:00:00Z'),
    });
    expect(comparison).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('more than 20000 places'),
    });
  });
});
