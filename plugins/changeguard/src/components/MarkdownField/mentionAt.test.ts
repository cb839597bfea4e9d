import { insertMention } from './insertMention';
import { mentionAt } from './mentionAt';

describe('mentionAt', () => {
  it('finds the mention that is being written', () => {
    expect(mentionAt('Ask @bo', 7)).toEqual({ start: 4, term: 'bo' });
    expect(mentionAt('@group:default/te', 17)).toEqual({
      start: 0,
      term: 'group:default/te',
    });
  });

  it('leaves mail addresses, paths and finished words alone', () => {
    expect(mentionAt('bob@example', 11)).toBeUndefined();
    expect(mentionAt('see /@scope', 11)).toBeUndefined();
    expect(mentionAt('@bob knows', 10)).toBeUndefined();
  });
});

describe('insertMention', () => {
  it('writes a user of the default namespace short and keeps what follows', () => {
    expect(
      insertMention(
        'Ask @bo today',
        7,
        { start: 4, term: 'bo' },
        'user:default/bob',
      ),
    ).toEqual({ text: 'Ask @bob today', caret: 9 });
  });

  it('writes a group in full', () => {
    expect(
      insertMention(
        '@te',
        3,
        { start: 0, term: 'te' },
        'group:default/team-checkout',
      ).text,
    ).toBe('@group:default/team-checkout ');
  });
});
