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

describe('waitForPostgres', () => {
  const logger = mockServices.logger.mock();
  const configured = (connection: JsonObject | string) =>
    new ConfigReader({ backend: { database: { client: 'pg', connection } } });

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

  it('does not wait for a server that answers, even if it says no', async () => {
    await waitForPostgres(configured(url.toString()), logger);
    await waitForPostgres(
      configured({
        host: url.hostname,
        port: Number(url.port),
        ...account,
        database: 'nowhere',
      }),
      logger,
    );
  });

  it('leaves other databases, and managed ones, to the host', async () => {
    await waitForPostgres(new ConfigReader({}), logger);
    await waitForPostgres(
      new ConfigReader({
        backend: {
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
      }),
      logger,
    );
    await waitForPostgres(
      configured({ type: 'cloudsql', instance: 'a:b:c' }),
      logger,
    );
  });
});
