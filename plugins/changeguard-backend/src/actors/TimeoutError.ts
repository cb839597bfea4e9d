import { CustomErrorBase } from '@backstage/errors';

/** Something took longer than it was given. */
export class TimeoutError extends CustomErrorBase {
  name = 'TimeoutError' as const;
}
