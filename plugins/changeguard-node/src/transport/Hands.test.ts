import { Hands } from './Hands';

describe('Hands', () => {
  const onFree = jest.fn();
  let hands: Hands;
  let ends: Map<string, () => void>;

  /** Works on a key until `end`. */
  const begin = (key: string) =>
    hands.begin(
      key,
      () => new Promise<void>(resolve => ends.set(key, resolve)),
    );
  const end = async (key: string) => {
    ends.get(key)?.();
    await jest.advanceTimersByTimeAsync(0);
  };

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    hands = new Hands({ hands: 2, mostSlow: 100, onFree });
    ends = new Map();
  });

  afterEach(() => jest.useRealTimers());

  it('are taken by work, and free when it ends', async () => {
    begin('a');
    begin('b');
    expect(hands.free).toBe(0);
    jest.advanceTimersByTime(499);
    expect(hands.free).toBe(0);
    expect(onFree).not.toHaveBeenCalled();
    await end('a');
    expect(hands.free).toBe(1);
    expect(onFree).toHaveBeenCalledTimes(1);
  });

  it('are given back by slow work, once', async () => {
    begin('a');
    jest.advanceTimersByTime(500);
    expect(onFree).toHaveBeenCalledTimes(1);
    begin('b');
    begin('c');
    expect(hands.free).toBe(0);
    await end('a');
    expect(hands.free).toBe(0);
  });

  it('are not taken by a key that was slow the last time, until it has been quick', async () => {
    begin('a');
    jest.advanceTimersByTime(500);
    await end('a');
    begin('a');
    expect(hands.free).toBe(2);
    await end('a');
    begin('a');
    expect(hands.free).toBe(1);
  });

  it('are not given back any longer when as much is slow as may be', async () => {
    for (let n = 0; n < 102; n += 2) {
      expect(hands.free).toBe(2);
      begin(`slow ${n}`);
      begin(`slow ${n + 1}`);
      jest.advanceTimersByTime(500);
    }
    expect(hands.free).toBe(0);
    await end('slow 50');
    expect(hands.free).toBe(1);
  });

  it('are never fewer than the work where none may be slow', async () => {
    hands = new Hands({ hands: 2, mostSlow: 0, onFree });
    for (let round = 0; round < 3; round++) {
      expect(hands.free).toBe(2);
      begin('a');
      begin('b');
      jest.advanceTimersByTime(10_000);
      expect(hands.free).toBe(0);
      await end('a');
      expect(hands.free).toBe(1);
      await end('b');
    }
  });

  it('are idle when all work has ended, slow or not', async () => {
    let idle = false;
    begin('slow');
    jest.advanceTimersByTime(500);
    begin('quick');
    hands.idle().then(() => {
      idle = true;
    });
    await end('quick');
    expect(idle).toBe(false);
    await end('slow');
    expect(idle).toBe(true);
  });
});
