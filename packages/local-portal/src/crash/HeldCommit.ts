import type pg from 'pg';
import { waitFor } from '../processes/waitFor.ts';

/** Any number; advisory locks are known by it. */
const LOCK = 1_204_711;

/**
 * Holds back transactions that touch a table, in the middle of their commit, so that a test can kill the program behind them
 * at that very moment: PostgreSQL finishes the commit when it is let go, and nobody is there to hear of it.
 *
 * States: `hold` → held (transactions wait) → `letGo` → over, the trigger gone.
 */
export class HeldCommit {
  readonly #database: pg.Client;
  readonly #table: string;

  private constructor(database: pg.Client, table: string) {
    this.#database = database;
    this.#table = table;
  }

  /** @param on - `insert` waits at the commit; `update` before the statement takes effect */
  static async hold(
    database: pg.Client,
    table: string,
    on: 'insert' | 'update',
  ): Promise<HeldCommit> {
    await database.query('select pg_advisory_lock($1)', [LOCK]);
    await database.query(
      `create or replace function held_commit() returns trigger language plpgsql as
       $$ begin perform pg_advisory_xact_lock_shared(${LOCK}); return new; end $$`,
    );
    const name = database.escapeIdentifier(table);
    await database.query(
      on === 'insert'
        ? `create constraint trigger held_commit after insert on ${name} deferrable initially deferred
           for each row execute function held_commit()`
        : `create trigger held_commit before update on ${name} for each row execute function held_commit()`,
    );
    return new HeldCommit(database, table);
  }

  /** Waits until a transaction is held back. */
  async caught(): Promise<void> {
    await waitFor(
      `a transaction on ${this.#table} was held back`,
      async () => {
        const { rowCount } = await this.#database.query(
          `select 1 from pg_locks where locktype = 'advisory' and objid = $1 and not granted`,
          [LOCK],
        );
        return Boolean(rowCount);
      },
      { timeoutMs: 60_000, everyMs: 20 },
    );
  }

  /** Lets the held transactions finish, and waits until they have. */
  async letGo(): Promise<void> {
    await this.#database.query('select pg_advisory_unlock($1)', [LOCK]);
    // Takes the table's lock, and so comes after everything that was held.
    await this.#database.query(
      `drop trigger held_commit on ${this.#database.escapeIdentifier(
        this.#table,
      )}`,
    );
  }
}
