import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { databaseErrorOf, sqlStates } from '../database/sqlState';
import { unavailable } from '../service/unavailable';

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
  /query read timeout|connection terminated|not queryable|timeout expired|acquiring a connection/i;

/**
 * Turns what PostgreSQL says into what the caller can do about it: a value it cannot keep is a bad request (class 22), a database that
 * is away is 503. Anything else is a mistake of ours, and stays what it is.
 */
export function answerableError(
  error: unknown,
  logger: LoggerService,
): unknown {
  const state = databaseErrorOf(error)?.code;
  if (state?.startsWith('22')) {
    return new InputError('A value is outside of what can be stored');
  }
  if (state && (away.test(state) || timedOut.includes(state))) {
    return unavailable(logger, 'The database is busy or away', error);
  }
  if (!state && error instanceof Error) {
    const { code } = error as { code?: unknown };
    if (networkCodes.includes(code) || noAnswer.test(error.message)) {
      return unavailable(logger, 'A dependency is away', error);
    }
  }
  return error;
}
