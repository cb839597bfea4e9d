import { DraftStore } from './DraftStore';

const store = new DraftStore(() => window.sessionStorage);
/** One more than jsdom has room for. */
const large = 'x'.repeat(5_000_001);

beforeEach(() => sessionStorage.clear());
afterEach(() => store.remove('draft'));

describe('DraftStore', () => {
  it('reads what is held before it is written', () => {
    store.write('draft', 'old');
    store.hold('draft', { title: 'new' });
    expect(store.read('draft')).toEqual({ title: 'new' });
    expect(sessionStorage.getItem('draft')).toBe('"old"');

    expect(store.settle('draft')).toBe(true);
    expect(sessionStorage.getItem('draft')).toBe('{"title":"new"}');
  });

  it('reads from the storage what was written, so that another tab is heard', () => {
    store.write('draft', 'here');
    sessionStorage.setItem('draft', '"there"');
    expect(store.settle('draft')).toBe(true);
    expect(store.read('draft')).toBe('there');
  });

  it('holds what the storage refused, and leaves nothing older there', () => {
    store.write('draft', 'old');
    expect(store.write('draft', large)).toBe(false);
    expect(sessionStorage.getItem('draft')).toBeNull();
    expect(store.read('draft')).toBe(large);
    expect(store.settle('draft')).toBe(false);

    expect(store.write('draft', 'small')).toBe(true);
    expect(sessionStorage.getItem('draft')).toBe('"small"');
  });

  it('leaves alone what came into the storage after it refused, as from another tab', () => {
    store.write('draft', large);
    sessionStorage.setItem('draft', '"newer"');
    expect(store.settle('draft')).toBe(false);
    expect(sessionStorage.getItem('draft')).toBe('"newer"');
  });

  it('does not try again what the storage refused, though it has room by now', () => {
    sessionStorage.setItem('other', large.slice(1_000));
    expect(store.write('draft', 'x'.repeat(1_000))).toBe(false);
    sessionStorage.clear();
    expect(store.settle('draft')).toBe(false);
    expect(sessionStorage.getItem('draft')).toBeNull();
  });

  it('holds what a storage refused that may not even be named', () => {
    const refused = new DraftStore(() => {
      throw new DOMException('Denied', 'SecurityError');
    });
    expect(refused.read('draft')).toBeUndefined();
    expect(refused.write('draft', 'typed')).toBe(false);
    expect(refused.read('draft')).toBe('typed');
    refused.remove('draft');
    expect(refused.read('draft')).toBeUndefined();
  });

  it('forgets what is held with what is written', () => {
    store.write('draft', 'old');
    store.hold('draft', 'new');
    store.remove('draft');
    expect(store.read('draft')).toBeUndefined();
    expect(store.settle('draft')).toBe(true);
    expect(sessionStorage.getItem('draft')).toBeNull();
  });
});
