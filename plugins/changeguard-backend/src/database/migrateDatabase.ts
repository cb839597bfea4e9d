import { setTimeout as delay } from 'timers/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import type { PoolClient } from 'pg';
import { unboundTransaction } from './boundTransactions';
import { withPatientConnections } from './withPatientConnections';

/** Any constant of our own; advisory locks are per database. */
const lockKey = 7_203_611_904;
/** A statement may rewrite a table of many million rows, or wait for whoever holds its lock; a request's could never take so long. */
const statementTimeout = 3_600_000;

/**
 * Brings the schema up to date, one replica at a time.
 *
 * Holds a session advisory lock meanwhile, which ends with its connection: knex's own lock is a row, which a `kill -9` leaves behind
 * for good, so under ours it is known to be stale and is freed. The list of migrations is not validated, because
 * after a roll-back the database knows newer ones than the code. Statements may take an hour, whatever the time-out of a request's is.
 */
export async function migrateDatabase(knex: Knex): Promise<void> {
  await withPatientConnections(knex, statementTimeout, () => migrate(knex));
}

async function migrate(knex: Knex): Promise<void> {
  const connection: PoolClient = await knex.client.acquireConnection();
  try {
    // Asked again and again rather than waited for: how long another replica takes is nothing to be bounded here.
    while (!(await tryLock(connection))) await delay(200);
    try {
      const options = {
        directory: resolvePackagePath(
          '@changeguard/backstage-plugin-changeguard-backend',
          'migrations',
        ),
        disableMigrationsListValidation: true,
        beforeEach: unboundTransaction,
      };
      await knex.migrate.forceFreeMigrationsLock(options);
      // One by one: `latest` runs all of them in one transaction, which would hold the locks of the first until the last is through, while
      // the previous release still serves requests.
      let done: string[];
      do {
        [, done] = await knex.migrate.up(options);
      } while (done.length > 0);
    } finally {
      await connection.query('select pg_advisory_unlock($1)', [lockKey]);
    }
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

async function tryLock(connection: PoolClient): Promise<boolean> {
  const { rows } = await connection.query<{ locked: boolean }>(
    'select pg_try_advisory_lock($1) as locked',
    [lockKey],
  );
  return rows[0].locked;
}
