import { Knex } from 'knex';
import { insertOutboxRows } from './__testUtils__/outboxRows';
import {
  createTestDatabase,
  PipelineBench,
} from './__testUtils__/PipelineBench';
import { waitUntil } from './__testUtils__/waitUntil';

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
      subscribers: { state: 'fine', kind: 'subscribers', message: null },
      catalog: { state: 'fine', kind: 'backstage-catalog', message: null },
      'channel-backstage': { state: 'fine', kind: 'backstage', message: null },
      'channel-pigeon': {
        state: 'degraded',
        kind: 'pigeon',
        message: 'Strong wind',
      },
      'channel-smoke': { state: 'away', kind: 'smoke', message: 'No wood' },
    });
  });

  it('tells of subscribers that keep failing, not of one bad moment', async () => {
    const bench = new PipelineBench(knex);
    const subscribers = async () => (await bench.pipeline.health()).subscribers;
    await knex('subscriber_failures').insert({
      event_id: knex.raw('gen_random_uuid()'),
      subscriber: 'email',
      last_error: 'Never',
    });
    expect((await subscribers()).state).toBe('fine');
    await knex('subscriber_failures').update({
      first_failed_at: knex.raw(`now() - interval '2 minutes'`),
    });
    expect(await subscribers()).toEqual({
      state: 'degraded',
      kind: 'subscribers',
      message: 'email fails on 1 events',
    });
  });

  it('tells that the catalog, the portal’s notifications and the transport are away, and that they are back', async () => {
    await knex('outbox').delete();
    let away = true;
    const fail = () => {
      if (away) throw new Error('Connection refused');
    };
    const bench = new PipelineBench(knex);
    bench.catalog.onRead = fail;
    bench.onSend = fail;
    const health = async () => {
      const { catalog, transport, ...rest } = await bench.pipeline.health();
      return [catalog.state, transport.state, rest['channel-backstage'].state];
    };
    expect(await health()).toEqual(['away', 'away', 'fine']);
    away = false;
    await bench.pipeline.start();
    await bench.record();
    bench.onSend = () => {
      throw new Error('Status 500');
    };
    await waitUntil('sending failed', async () => {
      const [, , channel] = await health();
      return channel === 'degraded';
    });
    expect(await health()).toEqual(['fine', 'fine', 'degraded']);
    bench.onSend = () => {};
    await bench.record();
    await waitUntil('everything works', async () =>
      (await health()).every(state => state === 'fine'),
    );
    await bench.pipeline.stop();
  });
});
