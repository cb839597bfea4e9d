import { ShortMemo } from './ShortMemo';

describe('ShortMemo', () => {
  let now = 0;
  const memo = () =>
    new ShortMemo<number>({ milliseconds: 100, entries: 2 }, () => now);

  it('asks once for questions put at the same time, and again when the answer is old', async () => {
    const answers = memo();
    const ask = jest.fn(async () => 1);
    await Promise.all([answers.get('a', ask), answers.get('a', ask)]);
    expect(ask).toHaveBeenCalledTimes(1);
    now += 101;
    await answers.get('a', ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('does not remember failures', async () => {
    const answers = memo();
    await expect(
      answers.get('a', async () => {
        throw new Error('away');
      }),
    ).rejects.toThrow('away');
    expect(await answers.get('a', async () => 2)).toBe(2);
  });

  it('forgets the oldest of too many', async () => {
    const answers = memo();
    for (const key of ['a', 'b', 'c']) await answers.get(key, async () => 1);
    expect(answers.peek('a')).toBeUndefined();
    expect(answers.peek('c')).toBeDefined();
  });
});
