const BASE_MS = 1_000;
const MAX_MS = 60_000;

/**
 * Milliseconds until a message comes again after its `attempt`-th delivery (from 1): `min(60 s, 1 s · 2^(attempt-1))`, of
 * which a random half is left out, so that messages that failed together do not come back together.
 */
export function retryDelay(attempt: number, random: () => number): number {
  const whole = Math.min(MAX_MS, BASE_MS * 2 ** (attempt - 1));
  return whole / 2 + (whole / 2) * random();
}
