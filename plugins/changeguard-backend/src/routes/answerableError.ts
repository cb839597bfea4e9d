import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isAway } from '../database/isAway';
import { sqlStateOf } from '../database/sqlState';
import { unavailable } from '../service/unavailable';

/**
 * Turns what PostgreSQL says into what the caller can do about it: a value it cannot keep is a bad request (class 22), a database that
 * is away is 503. Anything else is a mistake of ours, and stays what it is.
 */
export function answerableError(
  error: unknown,
  logger: LoggerService,
): unknown {
  const state = sqlStateOf(error);
  if (state?.startsWith('22')) {
    return new InputError('A value is outside of what can be stored');
  }
  if (!isAway(error)) return error;
  const what = state ? 'The database is busy or away' : 'A dependency is away';
  return unavailable(logger, what, error);
}
