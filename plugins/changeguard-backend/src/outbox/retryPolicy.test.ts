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

  it('tries deliveries for under three and a half hours, half of that on average', () => {
    const hours = (random: number) => {
      let ms = 0;
      for (let failed = 1; !isGivenUp(deliveryRetries, failed); failed++) {
        ms += retryDelayMs(deliveryRetries, failed, random);
      }
      return ms / 3_600_000;
    };
    // By the same chance each time; the average of a sum is the sum of the averages.
    expect(hours(0.999999)).toBeCloseTo(3.42, 2);
    expect(hours(0.5)).toBeCloseTo(1.71, 2);
  });

  it('gives deliveries up after twelve attempts, and events never', () => {
    expect(isGivenUp(deliveryRetries, 11)).toBe(false);
    expect(isGivenUp(deliveryRetries, 12)).toBe(true);
    expect(isGivenUp(publishRetries, 1_000)).toBe(false);
  });
});
