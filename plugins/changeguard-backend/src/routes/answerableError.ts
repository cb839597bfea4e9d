import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { databaseErrorOf, sqlStates } from '../database/sqlState';

/** Classes and states of PostgreSQL that say "not now": connection, resources, operator intervention. */
const away = /^(08|53|57P)/;
const timedOut: readonly string[] = [
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
  /query read timeout|connection terminated|timeout expired|acquiring a connection/i;

/**
 * Turns what PostgreSQL says into what the caller can do about it: a value it cannot keep is a bad request (class 22), a database that
 * is away is 503. Anything else is a mistake of ours, and stays what it is.
 */
export function answerableError(error: unknown): unknown {
  const state = databaseErrorOf(error)?.code;
  if (state?.startsWith('22')) {
    return new InputError('A value is outside of what can be stored');
  }
  if (state && (away.test(state) || timedOut.includes(state))) {
    return new ServiceUnavailableError('The database is busy or away', error);
  }
  if (!state && error instanceof Error) {
    const { code } = error as { code?: unknown };
    if (networkCodes.includes(code) || noAnswer.test(error.message)) {
      return new ServiceUnavailableError('A dependency is away', error);
    }
  }
  return error;
}
