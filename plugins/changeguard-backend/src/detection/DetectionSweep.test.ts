import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { WatchStore } from '../database/WatchStore';
import { WatchedHead } from '../ports/DefinitionCatalog';
import { DetectionSweep } from './DetectionSweep';

jest.setTimeout(120_000);

const entities = 10_000;

/** A catalog of so many APIs, in the stretches in which it is read; the second API is another one in each `round`. */
async function* heads(round: number): AsyncIterable<WatchedHead[]> {
  for (let start = 0; start < entities; start += 500) {
    yield Array.from({ length: 500 }, (_, index) => ({
      entityRef: `api:default/api-${start + index}`,
      etag: start + index === 1 ? `etag-of-round-${round}` : 'etag',
      inFile: start + index === 2,
    }));
  }
}

describe('DetectionSweep', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  it('looks only at what is not as it was last seen, of ten thousand in little time', async () => {
    const watch = new WatchStore(knex);
    await knex.batchInsert(
      'watched_entities',
      Array.from({ length: entities }, (_, index) => ({
        entity_ref: `api:default/api-${index}`,
        etag: 'etag',
        hash: 'hash',
      })),
      1_000,
    );
    const looked: string[] = [];
    const sweep = new DetectionSweep({
      catalog: { heads: () => heads(1), find: async () => undefined },
      watch,
      watcher: {
        look: async entityRef => {
          looked.push(entityRef);
          return { outcome: 'unchanged', hints: [] };
        },
      },
      logger: mockServices.logger.mock(),
    });
    const before = process.cpuUsage();
    expect(await sweep.sweep()).toEqual({ entities, read: 2, revisions: 0 });
    const { user, system } = process.cpuUsage(before);
    expect(looked).toEqual(['api:default/api-1', 'api:default/api-2']);
    expect((user + system) / 1e6).toBeLessThan(10);
  });

  it('goes on when one entity cannot be looked at, and ends when it is told to', async () => {
    const control = new AbortController();
    const looked: string[] = [];
    const sweep = new DetectionSweep({
      catalog: {
        heads: async function* three() {
          yield ['a', 'b', 'c'].map(name => ({
            entityRef: `api:other/${name}`,
            etag: null,
            inFile: false,
          }));
        },
        find: async () => undefined,
      },
      watch: new WatchStore(knex),
      watcher: {
        look: async entityRef => {
          looked.push(entityRef);
          if (looked.length === 1) throw new Error('The catalog is away');
          control.abort();
          return { outcome: 'unchanged', hints: [] };
        },
      },
      logger: mockServices.logger.mock(),
    });
    expect(await sweep.sweep(control.signal)).toMatchObject({ read: 2 });
    expect(looked).toEqual(['api:other/a', 'api:other/b']);
  });
});
