import { findMentions } from './mentions';

describe('findMentions', () => {
  it.each([
    ['ask @bob about it', ['user:default/bob']],
    [
      '@user:acme/eva and @group:default/team-a.',
      ['user:acme/eva', 'group:default/team-a'],
    ],
    ['twice @bob, @bob', ['user:default/bob']],
    ['@Bob is lower case in the catalog', ['user:default/bob']],
    ['mail me at bob@example.com', []],
    ['a path like /@scope/name', []],
    ['`@bob` and\n```\n@carol\n```\nare code', []],
    ['nobody here', []],
  ])('%s', (text, refs) => {
    expect(findMentions(text)).toEqual(refs);
  });
});
