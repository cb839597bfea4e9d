import { Knex } from 'knex';

/** A transaction that a use case runs in. Stores take it; they never open their own. */
export type Transaction = Knex.Transaction;

/** Opens the one transaction of a use case. */
export interface UnitOfWork {
  /**
   * Runs `work` in one transaction, commits when it resolves, rolls back when it rejects. `work` runs again from the start
   * when PostgreSQL chose it as the victim of a deadlock or a serialization failure, so it must have no effects elsewhere.
   */
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
