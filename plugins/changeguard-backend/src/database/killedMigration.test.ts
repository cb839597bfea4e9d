import { ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrationNames } from '../__testUtils__/migrations';
import { waitUntil } from '../__testUtils__/waitUntil';
import { migrateDatabase } from './migrateDatabase';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
/** Any number; advisory locks are known by it. */
const lock = 5_120_733;

/** Makes whoever creates a table wait, in the middle of the transaction, until the lock is let go. */
async function holdCreationOf(knex: Knex, table: string): Promise<void> {
  await knex.raw(
    `create function hold_creation() returns event_trigger language plpgsql as $$
     begin
       if exists (select from pg_event_trigger_ddl_commands() where object_identity like '%.${table}') then
         perform pg_advisory_xact_lock_shared(${lock});
       end if;
     end $$;
     create event trigger hold_creation on ddl_command_end when tag in ('CREATE TABLE') execute function hold_creation()`,
  );
}

function startMigrating(knex: Knex): ChildProcess {
  const { connection } = knex.client.config;
  // knex hides the password from whoever writes a connection down.
  const whole = { ...connection, password: connection.password };
  return spawn(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      require.resolve('../__testUtils__/migrateProcess'),
    ],
    {
      env: {
        ...process.env,
        MIGRATE_CONNECTION: JSON.stringify(whole),
      },
      stdio: 'ignore',
    },
  );
}

describe('a migration whose process is killed in the middle', () => {
  it('is finished by the next start', async () => {
    const knex = await databases.init('POSTGRES_18');
    await holdCreationOf(knex, 'outbox');
    const holder: Knex.Transaction = await knex.transaction();
    await holder.raw('select pg_advisory_xact_lock(?)', [lock]);

    const migrating = startMigrating(knex);
    const ended = once(migrating, 'exit');
    await waitUntil(
      'the migration has come to the table',
      async () => {
        const { rowCount } = await knex.raw(
          `select from pg_locks where locktype = 'advisory' and objid = ? and not granted`,
          [lock],
        );
        return rowCount > 0;
      },
      60_000,
    );
    migrating.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    await holder.commit();

    // PostgreSQL has taken back what was half done.
    expect(await knex.schema.hasTable('schema_changes')).toBe(false);
    expect(await knex('knex_migrations').pluck('name')).toEqual([]);

    await migrateDatabase(knex);
    expect(await knex('knex_migrations').orderBy('id').pluck('name')).toEqual(
      migrationNames,
    );
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
  });
});
