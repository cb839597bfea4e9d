import knexFactory from 'knex';
import { boundTransactions, unboundTransaction } from './boundTransactions';
import { isAway } from './isAway';

jest.setTimeout(30_000);

describe('boundTransactions', () => {
  const open = (options?: string, max = 1) =>
    knexFactory({
      client: 'pg',
      connection: {
        connectionString:
          process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING,
        options,
      },
      pool: { min: 0, max },
      log: { warn: () => {} },
    });
  const lock = 'select pg_advisory_xact_lock(20261126)';

  it('lets others have the locks of a transaction that goes on no more, and fails what comes of it later', async () => {
    const [silent, other] = [open(), open()];
    boundTransactions(silent, { silentMs: 100, wholeMs: 0 });
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

  it('lets others have a lock that several transactions of one owner wait for, none of which goes on', async () => {
    const [frozen, other] = [open(undefined, 2), open()];
    boundTransactions(frozen, { silentMs: 60_000, wholeMs: 1_500 });
    const [holding, queueing] = [
      await frozen.transaction(),
      await frozen.transaction(),
    ];
    await holding.raw(lock);
    // Whether it has the lock for a moment depends on which of the two began first.
    const queued = Promise.allSettled([queueing.raw(lock)]);
    await other.transaction(tx => tx.raw(lock));
    await queued;
    for (const tx of [holding, queueing]) {
      await expect(tx.raw('select 1')).rejects.toThrow();
      await Promise.allSettled([tx.rollback()]);
    }
    await expect(frozen.raw('select 1')).resolves.toMatchObject({
      rowCount: 1,
    });
    await Promise.all([frozen.destroy(), other.destroy()]);
  });

  it('says to whose transaction took too long that it may be tried again', async () => {
    const [busy, other] = [open(), open()];
    boundTransactions(busy, { silentMs: 60_000, wholeMs: 200 });
    const holding = await other.transaction();
    await holding.raw(lock);
    const failure = await busy
      .transaction(tx => tx.raw(lock))
      .then(
        () => null,
        (error: unknown) => error,
      );
    expect(isAway(failure)).toBe(true);
    await holding.rollback();
    await Promise.all([busy.destroy(), other.destroy()]);
  });

  it('lets one transaction take as long as it takes, and bounds the next', async () => {
    const knex = open();
    boundTransactions(knex, { silentMs: 60_000, wholeMs: 1_000 });
    await knex.transaction(async tx => {
      await unboundTransaction(tx);
      await tx.raw('select pg_sleep(1.5)');
    });
    const { rows } = await knex.raw('show transaction_timeout');
    expect(rows).toEqual([{ transaction_timeout: '1s' }]);
    await knex.destroy();
  });

  it.each([
    ['0', '100ms'],
    ['50', '50ms'],
    ['100', '100ms'],
    ['101', '100ms'],
    ['1min', '100ms'],
    ['2d', '100ms'],
  ])('makes of a setting of %s one of %s', async (setting, made) => {
    const names = [
      'idle_in_transaction_session_timeout',
      'transaction_timeout',
    ];
    const knex = open(names.map(name => `-c ${name}=${setting}`).join(' '));
    boundTransactions(knex, { silentMs: 100, wholeMs: 100 });
    for (const name of names) {
      const { rows } = await knex.raw(`show ${name}`);
      expect(rows).toEqual([{ [name]: made }]);
    }
    await knex.destroy();
  });

  it('leaves a whole transaction unbounded where it is to be', async () => {
    const knex = open();
    boundTransactions(knex, { silentMs: 100, wholeMs: 0 });
    const { rows } = await knex.raw('show transaction_timeout');
    expect(rows).toEqual([{ transaction_timeout: '0' }]);
    await knex.destroy();
  });
});
