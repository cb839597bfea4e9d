import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';

/**
 * A failure of something we ask. The log is told why; the caller, who can do nothing about it, is told that it will pass: Backstage
 * would put a cause into the message.
 */
export function unavailable(
  logger: LoggerService,
  message: string,
  cause: unknown,
): ServiceUnavailableError {
  logger.warn(message, toError(cause));
  return new ServiceUnavailableError(message);
}
