import { Knex } from 'knex';
import { insertOutboxRows } from './__testUtils__/outboxRows';
import {
  createTestDatabase,
  PipelineBench,
} from './__testUtils__/PipelineBench';

jest.setTimeout(60_000);

describe('pipelineHealth', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  it('tells that events wait too long, and what a channel says of itself', async () => {
    const bench = new PipelineBench(knex, {
      channels: [
        {
          id: 'pigeon',
          subscriber: 'pigeon',
          preference: 'email',
          send: async () => [],
          health: async () => ({ state: 'degraded', message: 'Strong wind' }),
        },
        {
          id: 'smoke',
          subscriber: 'smoke',
          preference: 'email',
          send: async () => [],
          health: async () => {
            throw new Error('No wood');
          },
        },
      ],
    });
    await insertOutboxRows(knex, [['a', 1]]);
    expect((await bench.pipeline.health()).outbox.state).toBe('fine');
    await knex('outbox').update({
      created_at: knex.raw(`now() - interval '90 seconds'`),
    });
    expect(await bench.pipeline.health()).toEqual({
      transport: {
        state: 'away',
        kind: 'postgres',
        message: 'It is starting',
      },
      outbox: {
        state: 'degraded',
        kind: 'outbox',
        message: '1 events wait to be published, the oldest for 90 s',
      },
      'channel-backstage': { state: 'fine', kind: 'backstage', message: null },
      'channel-pigeon': {
        state: 'degraded',
        kind: 'pigeon',
        message: 'Strong wind',
      },
      'channel-smoke': { state: 'away', kind: 'smoke', message: 'No wood' },
    });
  });
});
