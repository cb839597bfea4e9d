import { MemoryCache } from './MemoryCache';

describe('MemoryCache', () => {
  let now = 0;
  const cache = (characters = 1_000) =>
    new MemoryCache({ characters }, () => now);

  it('keeps a value until its time is over', async () => {
    const memory = cache();
    memory.set('a', '1', 100);
    expect(await memory.get('a')).toBe('1');
    now += 101;
    expect(await memory.get('a')).toBeUndefined();
  });

  it('drops what was used longest ago when it is full', async () => {
    const memory = cache(12);
    memory.set('a', '12345', 1_000);
    memory.set('b', '12345', 1_000);
    await memory.get('a');
    memory.set('c', '12345', 1_000);
    expect(await memory.get('a')).toBe('12345');
    expect(await memory.get('b')).toBeUndefined();
    expect(await memory.get('c')).toBe('12345');
  });

  it('does not keep what is larger than itself', async () => {
    const memory = cache(5);
    memory.set('a', '123456', 1_000);
    expect(await memory.get('a')).toBeUndefined();
  });
});
