import { KeyedQueue } from './KeyedQueue';

/** Works on an item until the test says so. */
function manualWork() {
  const done = new Map<string, () => void>();
  const begun: string[] = [];
  const work = (item: string) => {
    begun.push(item);
    return new Promise<void>(resolve => done.set(item, resolve));
  };
  const finish = async (item: string) => {
    done.get(item)?.();
    await new Promise(resolve => setImmediate(resolve));
  };
  return { begun, work, finish };
}

describe('KeyedQueue', () => {
  it('works on one item of a key at a time, and on as many keys as it has hands', async () => {
    const { begun, work, finish } = manualWork();
    const queue = new KeyedQueue<string>({ hands: 2, mostSlow: 0 }, work);
    for (const item of ['a1', 'a2', 'b1', 'c1']) queue.add(item[0], item);
    expect(begun).toEqual(['a1', 'b1']);
    await finish('a1');
    expect(begun).toEqual(['a1', 'b1', 'c1']);
    await finish('b1');
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it.each([
    { mostSlow: 0, expected: ['a', 'b'] },
    { mostSlow: 1, expected: ['a', 'b', 'c'] },
  ])(
    'works on $mostSlow more when what it works on is slow',
    ({ mostSlow, expected }) => {
      jest.useFakeTimers();
      try {
        const { begun, work } = manualWork();
        const queue = new KeyedQueue<string>({ hands: 2, mostSlow }, work);
        for (const item of ['a', 'b', 'c', 'd']) queue.add(item, item);
        jest.advanceTimersByTime(10_000);
        expect(begun).toEqual(expected);
      } finally {
        jest.useRealTimers();
      }
    },
  );

  it('hands out what waits, of one key or of all', async () => {
    const { begun, work, finish } = manualWork();
    const queue = new KeyedQueue<string>({ hands: 1, mostSlow: 0 }, work);
    for (const item of ['a1', 'a2', 'b1', 'c1']) queue.add(item[0], item);
    expect(queue.take('a')).toEqual(['a2']);
    expect(queue.take()).toEqual(['b1', 'c1']);
    const idle = queue.idle();
    await finish('a1');
    await idle;
    expect(begun).toEqual(['a1']);

    queue.add('b', 'b2');
    expect(begun).toEqual(['a1', 'b2']);
  });
});
