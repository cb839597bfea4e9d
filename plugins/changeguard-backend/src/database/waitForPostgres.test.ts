import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { TcpProxy } from '../__testUtils__/TcpProxy';
import { waitUntil } from '../__testUtils__/waitUntil';
import { waitForPostgres } from './waitForPostgres';

jest.setTimeout(30_000);

const url = new URL(
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING ?? '',
);
const account = {
  user: decodeURIComponent(url.username),
  password: decodeURIComponent(url.password),
};

const configured = (connection: JsonObject | string) =>
  new ConfigReader({ backend: { database: { client: 'pg', connection } } });

describe('waitForPostgres', () => {
  const logger = mockServices.logger.mock();

  it('waits, and says so, until the server is there', async () => {
    const proxy = new TcpProxy({ host: url.hostname, port: Number(url.port) });
    const port = await proxy.open();
    await proxy.close();
    let there = false;
    const waiting = waitForPostgres(
      configured({ host: '127.0.0.1', port, ...account }),
      logger,
    ).then(() => {
      there = true;
    });
    await waitUntil(
      'it was tried',
      () => jest.mocked(logger.warn).mock.calls.length > 0,
    );
    expect(there).toBe(false);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('PostgreSQL is away'),
    );
    await proxy.open();
    await waiting;
    await proxy.close();
  });

  it.each<[string, ConfigReader]>([
    ['answers', configured(url.toString())],
    [
      'answers that there is no such database',
      configured({
        host: url.hostname,
        port: Number(url.port),
        ...account,
        database: 'nowhere',
      }),
    ],
    ['is not configured', new ConfigReader({})],
    [
      'is no PostgreSQL',
      new ConfigReader({
        backend: {
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
      }),
    ],
    [
      'only the host knows how to reach',
      configured({ type: 'cloudsql', instance: 'a:b:c' }),
    ],
  ])('does not wait for a server that %s', async (_, config) => {
    await expect(waitForPostgres(config, logger)).resolves.toBeUndefined();
  });
});
