import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { redisClient, redisUrl } from '../__testUtils__/redisServer';
import { TcpProxy } from '../__testUtils__/TcpProxy';
import { noTelemetry } from '../__testUtils__/noTelemetry';
import { waitUntil } from '../__testUtils__/waitUntil';
import { NotificationReadModel } from '../database/NotificationReadModel';
import { PostgresSchemaChangeDetails } from '../database/SchemaChangeDetails';
import { CachedSchemaChangeDetails } from './CachedSchemaChangeDetails';
import { CachedUnreadCounts } from './CachedUnreadCounts';
import { CacheKeys } from './CacheKeys';
import { RedisCache } from './RedisCache';
import { RedisLink } from './RedisLink';

jest.setTimeout(60_000);

const secret = 's'.repeat(40);
const keys = new CacheKeys([{ id: 'test', secret }]);
const prefix = keys.detail('', 0).split(':detail')[0];

describe('cached reads, on a real Redis', () => {
  let knex: Knex;
  let api: ApiBench;
  let proxy: TcpProxy;
  let changeId: string;
  const redis = redisClient();

  beforeAll(async () => {
    knex = await createTestDatabase();
    const { hostname, port } = new URL(redisUrl());
    proxy = new TcpProxy({ host: hostname, port: Number(port) });
    const cache: JsonObject = {
      redisUrl: `redis://127.0.0.1:${await proxy.open()}`,
    };
    api = await ApiBench.start(knex, { config: { cache } });
    await waitUntil('the cache is there', async () => {
      const { body } = await api.call('alice', 'get', '/health');
      return body.dependencies.cache.state === 'fine';
    });
    changeId = await api.record({ findings: [{ message: 'It breaks' }] });
  });

  beforeEach(async () => {
    const kept = await redis.keys(`${prefix}:*`);
    if (kept.length) await redis.del(kept);
  });

  afterAll(async () => {
    await api?.stop();
    await proxy?.close();
    await redis.quit();
  });

  const detail = async () =>
    (await api.call('bob', 'get', `/schema-changes/${changeId}`)).body;
  const unread = async () =>
    (await api.call('bob', 'get', '/notifications/unread-count')).body.unread;
  const composed = async (read: () => Promise<unknown>) => {
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', listen);
    await read();
    knex.off('query', listen);
    return statements.filter(sql =>
      /SchemaChangeDetails.compose|NotificationReadModel.count/.test(sql),
    ).length;
  };
  const cached = (noun: string) =>
    waitUntil(
      `${noun} is cached`,
      async () => (await redis.keys(`${prefix}:${noun}:*`)).length > 0,
    );

  it('compose a change once, and say the same from the cache', async () => {
    const first = await detail();
    await cached('detail');
    expect(
      await composed(async () => expect(await detail()).toEqual(first)),
    ).toBe(0);
  });

  it('are never old: a comment or an edit makes another key', async () => {
    await detail();
    await api.call('alice', 'put', `/schema-changes/${changeId}`, {
      migrationGuide: 'New words',
    });
    expect((await detail()).migrationGuide).toBe('New words');
  });

  it('count what is unread once per version', async () => {
    const before = await unread();
    expect(before).toBeGreaterThan(0);
    await cached('unread');
    expect(await composed(unread)).toBe(0);
    await api.call('bob', 'put', '/notifications/read');
    expect(await unread()).toBe(0);
  });

  it('take garbage in Redis for a miss', async () => {
    const link = new RedisLink(redisUrl(), mockServices.logger.mock());
    const cache = new RedisCache(link);
    const details = new CachedSchemaChangeDetails(
      new PostgresSchemaChangeDetails(knex),
      cache,
      keys,
      noTelemetry().meters,
    );
    const counts = new CachedUnreadCounts(
      new NotificationReadModel(knex),
      cache,
      keys,
      noTelemetry().meters,
    );
    await waitUntil('Redis is connected', () => link.client.status === 'ready');
    const [detailKey, unreadKey] = [
      keys.detail(changeId, 1),
      keys.unread('user:default/bob', '1'),
    ];
    const answers = async () => [
      await details.compose(changeId, 1),
      await counts.count('user:default/bob', '1'),
    ];
    const truth = await answers();
    for (const garbage of [
      '',
      '{',
      '{"description":1}',
      '[]',
      '-1',
      '"x"',
      '{"version":"0","unread":77}',
    ]) {
      for (const key of [detailKey, unreadKey]) await redis.set(key, garbage);
      expect(await answers()).toEqual(truth);
    }
    for (const key of [detailKey, unreadKey]) {
      await redis.del(key);
      await redis.lpush(key, 'not even a text');
    }
    expect(await answers()).toEqual(truth);
    link.close();
  });

  it.each([
    ['is frozen', () => proxy.freeze()],
    ['is late by 300 ms', () => void (proxy.latencyMs = 300)],
  ])('and writes go on while Redis %s', async (how, befall) => {
    const healthy = async () =>
      (await api.call('alice', 'get', '/health')).body;
    await waitUntil(
      'Redis is asked',
      async () => (await healthy()).state === 'fine',
    );
    const truth = await detail();
    befall();
    try {
      const started = performance.now();
      for (let read = 0; read < 40; read++) {
        expect(await detail()).toEqual(truth);
      }
      // Two commands are waited for, 200 ms each; one for every read would be 8 s.
      expect(performance.now() - started).toBeLessThan(4_000);
      const { status } = await api.call(
        'alice',
        'put',
        `/schema-changes/${changeId}`,
        { title: `Written while Redis ${how}` },
      );
      expect(status).toBe(200);
      expect((await detail()).title).toBe(`Written while Redis ${how}`);
      expect(await healthy()).toMatchObject({
        state: 'degraded',
        dependencies: { cache: { state: 'away', kind: 'redis' } },
      });
    } finally {
      proxy.thaw();
      proxy.latencyMs = 0;
    }
    expect((await detail()).title).toBe(`Written while Redis ${how}`);
  });

  it('go on when Redis is gone', async () => {
    await proxy.close();
    try {
      expect((await detail()).id).toBe(changeId);
      expect(await unread()).toEqual(expect.any(Number));
    } finally {
      await proxy.open();
    }
  });
});
