import { Knex } from 'knex';
import type { Client } from 'pg';

/** How long, in milliseconds, PostgreSQL lets a transaction go on. */
export interface TransactionBounds {
  /** Without a word from its owner. */
  silentMs: number;
  /** From its first statement to its last; 0 for as long as it takes. */
  wholeMs: number;
}

/**
 * Has PostgreSQL end a transaction in the middle of which its owner falls silent, because it is frozen or cut off: its locks would keep
 * everybody else waiting until the server finds the connection dead, which takes it two hours by default. That is not enough where several
 * transactions of one owner wait for the same lock: each would get it when the one before was ended, and keep it for as long. So a
 * transaction is bounded as a whole as well, by servers that know how: PostgreSQL 17 and later.
 *
 * Said on every connection once it is open: as a parameter of its start, some poolers between us and PostgreSQL refuse it. Who set less
 * for the role or the database keeps it.
 */
export function boundTransactions(
  knex: Knex,
  { silentMs, wholeMs }: TransactionBounds,
): void {
  const { client } = knex;
  const acquire = client.acquireRawConnection.bind(client);
  client.acquireRawConnection = async () => {
    const connection: Client = await acquire();
    try {
      await connection.query(
        `/* boundTransactions */
         select set_config(name, most || 'ms', false)
         from (values
           ('idle_in_transaction_session_timeout', ${Math.trunc(silentMs)}),
           ('transaction_timeout', ${Math.trunc(wholeMs)})
         ) as bound (name, most)
         where most > 0
           and cast(current_setting(name, true) as interval)
             not between interval '1 millisecond' and most * interval '1 millisecond'`,
      );
    } catch (error) {
      await connection.end().catch(() => {});
      throw error;
    }
    return connection;
  };
}

/** Lets one transaction take as long as it takes. */
export async function unboundTransaction(tx: Knex): Promise<void> {
  await tx.raw(
    `/* unboundTransaction */
     select set_config('transaction_timeout', '0', true) where current_setting('transaction_timeout', true) is not null`,
  );
}
