import { CustomErrorBase } from '@backstage/errors';

/** Something is longer than the configuration allows. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  /** Backstage's error handler answers this status. */
  readonly statusCode = 413;
}
