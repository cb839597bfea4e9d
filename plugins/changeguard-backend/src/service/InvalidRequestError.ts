import { InputError } from '@backstage/errors';

/** One thing wrong with a request. */
export interface BadField {
  /** JSON Pointer (RFC 6901): into the body, or below `/query`, `/path` or `/headers`. */
  pointer: string;
  code: string;
  message: string;
}

/** A request that cannot be understood; lists everything that is wrong with it. */
export class InvalidRequestError extends InputError {
  constructor(readonly fields: readonly BadField[]) {
    super(
      fields
        .map(({ pointer, message }) => `${pointer || 'the body'} ${message}`)
        .join('; '),
    );
  }
}
