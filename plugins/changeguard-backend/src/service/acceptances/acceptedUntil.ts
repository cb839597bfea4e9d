import { InvalidRequestError } from '../InvalidRequestError';

/** The end of an acceptance, which lies ahead; null where it has none. */
export function acceptedUntil(until: string | null, now: Date): Date | null {
  const end = until === null ? null : new Date(until);
  if (end && end <= now) {
    throw new InvalidRequestError([
      { pointer: '/until', code: 'past', message: 'must lie ahead' },
    ]);
  }
  return end;
}
