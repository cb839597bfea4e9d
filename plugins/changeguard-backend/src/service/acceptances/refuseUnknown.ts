import { InvalidRequestError } from '../InvalidRequestError';

/**
 * Refuses a request that names findings which it cannot be about.
 *
 * @throws InvalidRequestError - with the place of each of them; `what` says what it is instead.
 */
export function refuseUnknown(
  fingerprints: readonly string[],
  known: { has(fingerprint: string): boolean },
  what: string,
): void {
  const unknown = fingerprints.flatMap((fingerprint, index) =>
    known.has(fingerprint)
      ? []
      : [
          {
            pointer: `/fingerprints/${index}`,
            code: 'unknown',
            message: what,
          },
        ],
  );
  if (unknown.length > 0) throw new InvalidRequestError(unknown);
}
