import fc from 'fast-check';
import {
  deliveryRetries,
  isGivenUp,
  publishRetries,
  retryDelayMs,
} from './retryPolicy';

describe('retryPolicy', () => {
  it('never waits longer than its cap, nor less than nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(deliveryRetries, publishRetries),
        fc.nat({ max: 200 }),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (policy, attempts, random) => {
          const delay = retryDelayMs(policy, attempts, random);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThanOrEqual(policy.capMs);
        },
      ),
    );
  });

  it('waits longer after each attempt, by the same chance', () => {
    const delays = [1, 2, 3, 4].map(n => retryDelayMs(deliveryRetries, n, 0.5));
    expect(delays).toEqual([5_000, 10_000, 20_000, 40_000]);
  });

  it('gives deliveries up after twelve attempts, and events never', () => {
    expect(isGivenUp(deliveryRetries, 11)).toBe(false);
    expect(isGivenUp(deliveryRetries, 12)).toBe(true);
    expect(isGivenUp(publishRetries, 1_000)).toBe(false);
  });
});
