import { isError } from '@backstage/errors';
import { databaseErrorOf, sqlStates } from './sqlState';

/** Classes and states of PostgreSQL that say "not now": connection, resources, operator intervention. */
const notNow = /^(08|53|57P)/;
const timedOut: readonly string[] = [
  sqlStates.idleInTransactionTimeout,
  sqlStates.transactionTimeout,
  sqlStates.queryCanceled,
  sqlStates.lockNotAvailable,
];
const networkCodes: readonly unknown[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
];

/** What knex and node-postgres throw, without a code, when a connection is not to be had or does not answer. */
const noAnswer =
  /query read timeout|connection terminated|not queryable|timeout expired|acquiring a connection/i;

/** Whether something failed because the database is busy or away, or whatever else is called over the network: the same may work later. */
export function isAway(error: unknown): boolean {
  const state = databaseErrorOf(error)?.code;
  if (state) return notNow.test(state) || timedOut.includes(state);
  return (
    // By its looks: where code runs in a context of its own, as tests do, Node's own errors are of another class.
    isError(error) &&
    (networkCodes.includes(error.code) || noAnswer.test(error.message))
  );
}
