import knexFactory, { Knex } from 'knex';
import { withPatientConnections } from './withPatientConnections';

describe('withPatientConnections', () => {
  let knex: Knex;
  const slow = () => knex.raw('select pg_sleep(0.5)');

  beforeEach(() => {
    knex = knexFactory({
      client: 'pg',
      connection: {
        connectionString:
          process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING,
        query_timeout: 100,
      },
      pool: { min: 0, max: 1 },
    });
  });

  afterEach(() => knex.destroy());

  it('lets statements take longer, inside and outside of transactions', async () => {
    const work = async () => {
      await slow();
      return knex.transaction(tx => tx.raw('select pg_sleep(0.5)'));
    };
    await expect(
      withPatientConnections(knex, 60_000, work),
    ).resolves.toMatchObject({ rowCount: 1 });
    await expect(work()).rejects.toThrow('Query read timeout');
  });

  it('gives the connections back as impatient as they were, even when the work failed', async () => {
    await expect(
      withPatientConnections(knex, 60_000, async () => {
        await slow();
        throw new Error('Of the work');
      }),
    ).rejects.toThrow('Of the work');
    await expect(slow()).rejects.toThrow('Query read timeout');
  });
});
