import knexFactory from 'knex';
import { endSilentTransactions } from './endSilentTransactions';

describe('endSilentTransactions', () => {
  const open = (options?: string) =>
    knexFactory({
      client: 'pg',
      connection: {
        connectionString:
          process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING,
        options,
      },
      pool: { min: 0, max: 1 },
      log: { warn: () => {} },
    });
  const lock = 'select pg_advisory_xact_lock(20261126)';

  it('lets others have the locks of a transaction that goes on no more, and fails what comes of it later', async () => {
    const [silent, other] = [open(), open()];
    endSilentTransactions(silent, 100);
    const goingOnLate = silent.transaction(async tx => {
      await tx.raw(lock);
      await other.transaction(each => each.raw(lock));
      await tx.raw('select 1');
    });
    await expect(goingOnLate).rejects.toThrow();
    await expect(silent.raw('select 1')).resolves.toMatchObject({
      rowCount: 1,
    });
    await Promise.all([silent.destroy(), other.destroy()]);
  });

  it.each([
    ['0', '100ms'],
    ['50', '50ms'],
    ['100', '100ms'],
    ['101', '100ms'],
    ['1min', '100ms'],
    ['2d', '100ms'],
  ])('makes of a setting of %s one of %s', async (setting, made) => {
    const knex = open(`-c idle_in_transaction_session_timeout=${setting}`);
    endSilentTransactions(knex, 100);
    const { rows } = await knex.raw('show idle_in_transaction_session_timeout');
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: made }]);
    await knex.destroy();
  });
});
