import { mockServices } from '@backstage/backend-test-utils';
import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { redisClient, redisUrl } from '../__testUtils__/redisServer';
import { waitUntil } from '../__testUtils__/waitUntil';
import { CacheKeys } from '../cache/CacheKeys';
import { RedisLink } from '../cache/RedisLink';
import { RateLimits, TooManyRequestsError } from './RateLimits';

jest.setTimeout(60_000);

const config = { writesPerMinute: 3, readsPerMinute: 5, exportsPerMinute: 2 };

describe('rate limits', () => {
  const links: RedisLink[] = [];
  const counts = redisClient();
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

  afterAll(async () => {
    links.forEach(link => link.close());
    await counts.quit();
  });

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
    let letIn = 0;
    for (let turn = 0; turn < 12; turn++) {
      const passed = await replicas[turn % 2]
        .take('write', 'user:default/bob')
        .then(
          () => true,
          () => false,
        );
      if (passed) {
        letIn++;
        const counted = letIn;
        await waitUntil(
          'Redis has counted it',
          async () =>
            Number(
              await counts.get(`${keys.rate('write')}:user:default/bob`),
            ) >= counted,
        );
      }
    }
    // Three are allowed; the replica that did not see the third can let in one or two more, not three of its own.
    expect(letIn).toBeGreaterThanOrEqual(3);
    expect(letIn).toBeLessThan(6);
    for (const replica of replicas) {
      await expect(used(replica, 1)).rejects.toThrow(TooManyRequestsError);
    }
    // Other people, and reads, are counted for themselves.
    await replicas[0].take('write', 'user:default/alice');
    await replicas[0].take('read', 'user:default/bob');
  });

  it('do not wait for Redis, and tell it once what came together', async () => {
    const redis = await connect();
    await waitUntil(
      'Redis is connected',
      () => redis.client.status === 'ready',
    );
    const told = jest.spyOn(redis, 'run');
    const keys = portal();
    const limits = new RateLimits({ config, redis, keys });
    await used(limits, 3);
    await expect(used(limits, 1)).rejects.toThrow(TooManyRequestsError);
    expect(told).not.toHaveBeenCalled();
    await waitUntil('Redis was told', async () => {
      const key = `${keys.rate('write')}:user:default/bob`;
      return (await counts.get(key)) === '3';
    });
    expect(told).toHaveBeenCalledTimes(1);
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

    it('count definitions by their length', async () => {
      const check = (length: number) =>
        api.call('pipeline', 'post', '/checks', {
          format: 'openapi',
          base: '{}',
          revision: ' '.repeat(length),
        });
      expect((await check(100)).status).toBe(200);
      // One request, and three for its megabytes: more than there were left of three.
      expect((await check(3 * 1024 * 1024)).status).toBe(429);
    });
  });
});
