/** When something that failed is tried again, and when it is given up. */
export interface RetryPolicy {
  baseMs: number;
  capMs: number;
  /** Attempts after which it is given up; never when left out. */
  attempts?: number;
}

/** Publishing: an outage of the broker ends some time, and nothing is given up. */
export const publishRetries: RetryPolicy = { baseMs: 500, capMs: 60_000 };

/** Deliveries: the pauses between 12 attempts are under three and a half hours together, and half of that on average. */
export const deliveryRetries: RetryPolicy = {
  baseMs: 5_000,
  capMs: 3_600_000,
  attempts: 12,
};

/**
 * Milliseconds until the next attempt after `attempts` failed ones: a random share of `min(cap, base · 2^attempts)` ("full
 * jitter", Brooker 2015), so that what failed together does not come back together.
 *
 * @param random - from 0 to 1, 1 excluded.
 */
export function retryDelayMs(
  policy: RetryPolicy,
  attempts: number,
  random: number,
): number {
  return Math.round(
    random * Math.min(policy.capMs, policy.baseMs * 2 ** attempts),
  );
}

/** Whether `attempts` failed ones were the last. */
export function isGivenUp(policy: RetryPolicy, attempts: number): boolean {
  return policy.attempts !== undefined && attempts >= policy.attempts;
}
