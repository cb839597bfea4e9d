import { plainText } from './plainText';

describe('plainText', () => {
  it.each([
    ['Drop the column `orders.total`', 'Drop the column orders.total'],
    ['Until **when**? _Really_ *when*?', 'Until when? Really when?'],
    ['See [the guide](https://example.com/a) first', 'See the guide first'],
    ['![a picture](/p.png)', 'a picture'],
    ['# Why\n> Nobody ~~writes~~ reads it', 'Why\nNobody writes reads it'],
    ['```sql\ndrop table a;\n```', '\ndrop table a;\n'],
    ['(__init__) is gone', '(init) is gone'],
  ])('takes the marks out of %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it.each([
    'Remove legacy_id and other_id',
    'GET /orders/* gives way to /items/*',
    'List<String> becomes 2 * 3 * 4',
    'It costs $5 [sic] (really)',
    'An unclosed ` stays, and **so does this',
  ])('leaves %j as it is', text => {
    expect(plainText(text)).toBe(text);
  });

  it('leaves code alone inside', () => {
    expect(plainText('use `**kwargs**` and `__init__`')).toBe(
      'use **kwargs** and __init__',
    );
  });

  it.each(['[', '[a](', '*', '**a', '`', '_a ', '# ', '> '])(
    'is quick with many %j',
    part => {
      const began = performance.now();
      plainText(part.repeat(20_000 / part.length));
      expect(performance.now() - began).toBeLessThan(200);
    },
  );
});
