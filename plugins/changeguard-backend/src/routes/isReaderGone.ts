import { isError } from '@backstage/errors';

/** Whether a stream to a response ended because whoever read it went away, which is no failure of ours. */
export function isReaderGone(error: unknown): boolean {
  return isError(error) && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
