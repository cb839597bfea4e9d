import { mockServices } from '@backstage/backend-test-utils';
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
