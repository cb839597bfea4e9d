import { setTimeout as delay } from 'timers/promises';
import { Knex } from 'knex';
import { sqlStateOf, sqlStates } from './sqlState';
import { Transaction, UnitOfWork } from './UnitOfWork';

const retried: readonly (string | undefined)[] = [
  sqlStates.deadlockDetected,
  sqlStates.serializationFailure,
];
const attempts = 5;

/**
 * Transactions on PostgreSQL at READ COMMITTED: use cases lock the rows they decide on, so a stronger level would only add
 * retries.
 */
export class KnexUnitOfWork implements UnitOfWork {
  constructor(private readonly knex: Knex) {}

  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.knex.transaction(work);
      } catch (error) {
        if (attempt === attempts || !retried.includes(sqlStateOf(error))) {
          throw error;
        }
        // The rival that won needs a moment to commit; jitter keeps two losers apart.
        await delay(Math.random() * 10 * 2 ** attempt);
      }
    }
  }
}
