import { mockServices } from '@backstage/backend-test-utils';
import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { redisUrl } from '../__testUtils__/redisServer';
import { waitUntil } from '../__testUtils__/waitUntil';
import { CacheKeys } from '../cache/CacheKeys';
import { RedisLink } from '../cache/RedisLink';
import { RateLimits, TooManyRequestsError } from './RateLimits';

jest.setTimeout(60_000);

const config = { writesPerMinute: 3, readsPerMinute: 5 };

describe('rate limits', () => {
  const links: RedisLink[] = [];
  const connect = async (url = redisUrl()) => {
    const link = new RedisLink(url, mockServices.logger.mock());
    links.push(link);
    return link;
  };
  /** The counts of a portal of its own. */
  const portal = () => new CacheKeys([{ id: 'test', secret: randomUUID() }]);
  const used = async (limits: RateLimits, times: number) => {
    for (let i = 0; i < times; i++)
      await limits.take('write', 'user:default/bob');
  };

  afterAll(() => links.forEach(link => link.close()));

  it('are counted together by replicas that share a Redis', async () => {
    const keys = portal();
    const replicas = await Promise.all(
      [1, 2].map(async () => {
        const redis = await connect();
        await waitUntil(
          'Redis is connected',
          () => redis.client.status === 'ready',
        );
        return new RateLimits({ config, redis, keys });
      }),
    );
    await used(replicas[0], 2);
    await used(replicas[1], 1);
    await expect(used(replicas[0], 1)).rejects.toThrow(TooManyRequestsError);
    await expect(used(replicas[1], 1)).rejects.toThrow(TooManyRequestsError);
    // Other people, and reads, are counted for themselves.
    await replicas[0].take('write', 'user:default/alice');
    await replicas[0].take('read', 'user:default/bob');
  });

  it('hold in each process when Redis is away', async () => {
    const redis = await connect('redis://127.0.0.1:1');
    const limits = new RateLimits({ config, redis, keys: portal() });
    await used(limits, 3);
    await expect(used(limits, 1)).rejects.toThrow(TooManyRequestsError);
  });

  describe('in a started backend', () => {
    let knex: Knex;
    let api: ApiBench;

    beforeAll(async () => {
      knex = await createTestDatabase();
      api = await ApiBench.start(knex, { config: { rateLimit: config } });
    });

    afterAll(async () => {
      await api?.stop();
    });

    it('say when to come back, per caller', async () => {
      const read = (who: 'alice' | 'bob') =>
        api.call(who, 'get', '/preferences');
      for (let i = 0; i < 5; i++) expect((await read('bob')).status).toBe(200);
      const limited = await read('bob');
      expect(limited.status).toBe(429);
      const seconds = Number(limited.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      expect((await read('alice')).status).toBe(200);
    });
  });
});
