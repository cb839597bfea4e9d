import { retryDelay } from './retryDelay';

describe('retryDelay', () => {
  it('doubles from a second to a minute, less a random half', () => {
    const longest = [1, 2, 3, 6, 7, 50].map(n => retryDelay(n, () => 1));
    expect(longest).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
    expect(retryDelay(3, () => 0)).toBe(2_000);
  });
});
