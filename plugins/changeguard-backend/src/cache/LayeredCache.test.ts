import { LayeredCache } from './LayeredCache';
import { MemoryCache } from './MemoryCache';

describe('LayeredCache', () => {
  const shared = new MemoryCache();
  const replica = () => new LayeredCache(new MemoryCache(), shared);

  it('answers what another replica kept, and then without asking again', async () => {
    replica().set('a:1', 'x', 1_000);
    const other = replica();
    const asked = jest.spyOn(shared, 'get');
    expect(await other.get('a:1')).toBe('x');
    expect(await other.get('a:1')).toBe('x');
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('answers nothing for what nobody kept', async () => {
    expect(await replica().get('a:2')).toBeUndefined();
  });
});
