import { Knex } from 'knex';
import type { Client } from 'pg';

/**
 * Has PostgreSQL end a transaction in the middle of which its owner falls silent for `ms`, because it is frozen or cut off: its locks
 * would keep everybody else waiting until the server finds the connection dead, which takes it two hours by default. Said on every
 * connection once it is open: as a parameter of its start, some poolers between us and PostgreSQL refuse it. Who set less
 * for the role or the database keeps it.
 */
export function endSilentTransactions(knex: Knex, ms: number): void {
  const { client } = knex;
  const allowed = Math.trunc(ms);
  const acquire = client.acquireRawConnection.bind(client);
  client.acquireRawConnection = async () => {
    const connection: Client = await acquire();
    try {
      await connection.query(
        `/* endSilentTransactions */
         select set_config('idle_in_transaction_session_timeout', '${allowed}', false)
         where cast(current_setting('idle_in_transaction_session_timeout') as interval)
           not between interval '1 millisecond' and interval '${allowed} milliseconds'`,
      );
    } catch (error) {
      await connection.end().catch(() => {});
      throw error;
    }
    return connection;
  };
}
