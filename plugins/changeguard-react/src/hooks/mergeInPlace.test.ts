import { mergeInPlace } from './mergeInPlace';

const page = (...items: string[]) => ({
  items: items.map(item => {
    const [id, text = ''] = item.split('=');
    return { id, text };
  }),
  nextCursor: null,
});

describe('mergeInPlace', () => {
  it('takes the newer answer when the rows are the same', () => {
    expect(mergeInPlace(page('a=old', 'b'), page('a=new', 'b'))).toEqual(
      page('a=new', 'b'),
    );
  });

  it('takes the newer answer when nothing is shown that could move', () => {
    expect(mergeInPlace(page(), page('a'))).toEqual(page('a'));
  });

  it('changes rows where they are and holds back those that came', () => {
    const newer = page('c', 'b=new', 'a');
    expect(mergeInPlace(page('a', 'b=old'), newer)).toEqual({
      ...page('a', 'b=new'),
      held: newer,
    });
  });

  it('keeps a row that has gone until the newer answer is asked for', () => {
    const newer = page('b');
    expect(mergeInPlace(page('a', 'b'), newer)).toEqual({
      ...page('a', 'b'),
      held: newer,
    });
  });
});
