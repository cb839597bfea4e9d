import { excerpt } from './excerpt';

describe('excerpt', () => {
  it('leaves a short text alone', () => {
    expect(excerpt('abc', 3)).toEqual({ text: 'abc', cut: false });
  });

  it.each([
    ['a paragraph', 'one two\n\nthree\nfour five', 'one two'],
    ['a line', 'one two\nthree four', 'one two'],
    ['a word', 'one two three', 'one two'],
    ['nothing but its length', 'onetwothreefour', 'onetwothree'],
    ['a whole character', `onetwothre😀four`, 'onetwothre'],
  ])('ends at %s', (_what, text, beginning) => {
    expect(excerpt(text, 11)).toEqual({ text: beginning, cut: true });
  });
});
