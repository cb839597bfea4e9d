import { ResponseError } from '@backstage/errors';

/** What went wrong: `rate` and `offline` have words of their own, everything else says so itself. */
export type Failure =
  | { kind: 'rate' }
  | { kind: 'offline' }
  | { kind: 'other'; message: string };

/** Reads an error of the API client for people. */
export function readFailure(error: Error): Failure {
  if (error instanceof ResponseError) {
    return error.statusCode === 429
      ? { kind: 'rate' }
      : {
          kind: 'other',
          message: error.cause.message || error.message,
        };
  }
  // `fetch` rejects with a TypeError exactly when no answer came.
  return error instanceof TypeError
    ? { kind: 'offline' }
    : { kind: 'other', message: error.message };
}
