import { randomUUID } from 'crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { Redis } from 'ioredis';
import { redisUrl } from '../__testUtils__/redisServer';
import { TcpProxy } from '../__testUtils__/TcpProxy';
import { waitUntil } from '../__testUtils__/waitUntil';
import { RedisLink } from './RedisLink';

describe('RedisLink', () => {
  let proxy: TcpProxy;
  let link: RedisLink;
  let now = 0;
  const logger = mockServices.logger.mock();
  const ping = () => link.run(redis => redis.ping());

  beforeEach(async () => {
    const { hostname, port } = new URL(redisUrl());
    proxy = new TcpProxy({ host: hostname, port: Number(port) });
    const proxyPort = await proxy.open();
    link = new RedisLink(`redis://127.0.0.1:${proxyPort}`, logger, () => now);
    await waitUntil('Redis is connected', () => link.client.status === 'ready');
  });

  afterEach(async () => {
    link.close();
    await proxy.close();
  });

  it('runs commands', async () => {
    expect(await ping()).toBe('PONG');
    expect(await link.trouble()).toBeNull();
  });

  it('does without a frozen Redis, and after two tries does not even ask', async () => {
    proxy.freeze();
    expect(link.client.options.commandTimeout).toBe(200);
    expect(await ping()).toBeUndefined();
    expect(await ping()).toBeUndefined();

    const command = jest.fn(async () => 'asked');
    expect(await link.run(command)).toBeUndefined();
    expect(command).not.toHaveBeenCalled();
    expect(await link.trouble()).toContain('timed out');
  });

  it('waits for a slow Redis no longer than for a frozen one', async () => {
    const patient = new Redis(link.client.options.port!, '127.0.0.1');
    await patient.ping();
    proxy.latencyMs = 1_000;
    const answered = patient.ping().then(() => 'answered');
    const ended = [];
    for (let command = 0; command < 3; command++) ended.push(await ping());
    // The third one is not asked any more, and all three together end before Redis could have said anything.
    expect(ended).toEqual([undefined, undefined, undefined]);
    expect(await Promise.race([answered, Promise.resolve('not yet')])).toBe(
      'not yet',
    );
    expect(await answered).toBe('answered');
    patient.disconnect();
  });

  it('gives nobody the answer that came too late for another', async () => {
    const key = `changeguard-test:${randomUUID()}`;
    const get = () => link.run(redis => redis.get(key));
    await link.run(redis => redis.set(key, 'first', 'EX', 60));
    proxy.latencyMs = 300;
    expect(await get()).toBeUndefined();
    expect(await link.run(redis => redis.del(key))).toBeUndefined();
    proxy.latencyMs = 0;
    now += 6_000;
    // Behind the two that are still on their way.
    await waitUntil('Redis is quick again', async () => {
      now += 6_000;
      return (await ping()) === 'PONG';
    });
    expect(await get()).toBeNull();
  });

  it('comes back by itself when its connection was reset', async () => {
    const lost = new Promise<void>(resolve => {
      link.client.once('close', resolve);
    });
    const cut = ping();
    proxy.reset();
    expect(await cut).toBeUndefined();
    await lost;
    await waitUntil('Redis is connected', () => link.client.status === 'ready');
    expect(await ping()).toBe('PONG');
  });

  it('lets one command try after a pause, and all of them once it worked', async () => {
    proxy.freeze();
    await ping();
    await ping();
    now += 6_000;
    const commands = await Promise.all([ping(), ping()]);
    expect(commands).toEqual([undefined, undefined]);

    proxy.thaw();
    now += 6_000;
    expect(await ping()).toBe('PONG');
    expect(await Promise.all([ping(), ping()])).toEqual(['PONG', 'PONG']);
  });

  it('answers at once when Redis is gone, and comes back with it', async () => {
    await proxy.close();
    await waitUntil(
      'the connection is lost',
      () => link.client.status !== 'ready',
    );
    expect(await ping()).toBeUndefined();
    await proxy.open();
    await waitUntil('Redis is connected', () => link.client.status === 'ready');
    expect(await ping()).toBe('PONG');
  });
});
