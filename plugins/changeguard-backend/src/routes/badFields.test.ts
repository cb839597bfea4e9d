import { unstorableFields } from './badFields';

describe('unstorableFields', () => {
  it('names each text that could not be stored, in their order', () => {
    const value = { a: ['fine', '\0', { 'b/c': '\ud83d' }], d: '\0', e: null };
    expect(unstorableFields('/query', value).map(one => one.pointer)).toEqual([
      '/query/a/1',
      '/query/a/2/b~1c',
      '/query/d',
    ]);
  });

  it('finds what lies deeper than a stack', () => {
    const deep = JSON.parse(
      `${'['.repeat(50_000)}"\\u0000"${']'.repeat(50_000)}`,
    );
    expect(unstorableFields('', deep)).toMatchObject([
      { pointer: '/0'.repeat(50_000) },
    ]);
  });
});
