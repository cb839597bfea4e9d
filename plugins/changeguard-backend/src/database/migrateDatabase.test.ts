import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { migrateUp, migrationNames } from '../__testUtils__/migrations';
import { waitUntil } from '../__testUtils__/waitUntil';
import { boundTransactions } from './boundTransactions';
import { migrateDatabase } from './migrateDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

describe('migrateDatabase', () => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
  });

  it('runs on the PostgreSQL that was asked for', async () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
    const { rows } = await knex.raw('show server_version_num');
    expect(Number(rows[0].server_version_num)).toBeGreaterThanOrEqual(180_000);
  });

  it('lets one of several replicas that start at once migrate', async () => {
    const { connection } = knex.client.config;
    const replicas = [1, 2, 3].map(() =>
      knexFactory({ client: 'pg', connection }),
    );
    await Promise.all(replicas.map(replica => migrateDatabase(replica)));
    await Promise.all(replicas.map(replica => replica.destroy()));
    expect(await knex.schema.hasTable('schema_changes')).toBe(true);
  });

  it('frees the lock that a killed migration left behind', async () => {
    await migrateDatabase(knex);
    await knex('knex_migrations_lock').update({ is_locked: 1 });
    await migrateDatabase(knex);
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
  });

  it('runs on a schema that is newer than the code', async () => {
    await migrateDatabase(knex);
    await knex('knex_migrations').insert({
      name: '29991231000000_of_a_later_release.js',
      batch: 2,
      migration_time: new Date(),
    });
    await expect(migrateDatabase(knex)).resolves.toBeUndefined();
  });

  it('commits each migration by itself, so that none holds the locks of those before it', async () => {
    // What a later one makes.
    await knex.schema.createTable('audit_unsealed', table => table.uuid('id'));
    await expect(migrateDatabase(knex)).rejects.toThrow('already exists');
    const before = await knex('knex_migrations').orderBy('id').pluck('name');
    expect(before).toEqual(
      migrationNames.slice(
        0,
        migrationNames.findIndex(name => name.includes('chain_audit_records')),
      ),
    );
    await knex.schema.dropTable('audit_unsealed');
    await migrateDatabase(knex);
    expect(await knex('knex_migrations').orderBy('id').pluck('name')).toEqual(
      migrationNames,
    );
  });

  it('lets a migration take longer than a query or a transaction may', async () => {
    const { connection } = knex.client.config;
    const replica = knexFactory({
      client: 'pg',
      // knex hides the password from whoever copies a connection.
      connection: {
        ...connection,
        password: connection.password,
        query_timeout: 500,
      },
    });
    boundTransactions(replica, { silentMs: 20_000, wholeMs: 2_000 });
    await migrateUp(knex, 1);
    const reader = await knex.transaction();
    await reader.raw('lock table outbox in access share mode');
    const migrating = migrateDatabase(replica);
    await waitUntil('one has waited for its lock for longer', async () => {
      const { rowCount } = await knex.raw(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
           and clock_timestamp() - query_start > interval '2.5 seconds'`,
      );
      return rowCount > 0;
    });
    await reader.commit();
    await migrating;
    await replica.destroy();
    expect(await knex('knex_migrations').orderBy('id').pluck('name')).toEqual(
      migrationNames,
    );
  });

  it('can be taken back', async () => {
    await migrateDatabase(knex);
    await knex.migrate.rollback(
      { directory: `${__dirname}/../../migrations` },
      true,
    );
    expect(await knex.schema.hasTable('schema_changes')).toBe(false);
  });
});
