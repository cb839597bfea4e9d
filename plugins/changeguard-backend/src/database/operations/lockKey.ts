import { Transaction } from '../UnitOfWork';

/**
 * Holds what a key of a table names until the transaction ends, also while there is no row: where a row can be locked, two first writes
 * would both find nothing. What is read next sees what the one before wrote. Two keys of the same hash wait for each other and no more.
 */
export async function lockKey(
  tx: Transaction,
  table: string,
  ...key: readonly string[]
): Promise<void> {
  await tx.raw(
    '/* lockKey */ select pg_advisory_xact_lock(hashtextextended(?, 0))',
    [JSON.stringify([table, ...key])],
  );
}
