import { tokensOf } from './tokensOf';

const words = (text: string) => [...tokensOf(text)].map(one => one.text);

describe('the tokens of a Protobuf text', () => {
  it.each([
    ['a.b.C x=1;', ['a.b.C', 'x', '=', '1', ';']],
    ['.a.B c = -0x1F;', ['.', 'a.B', 'c', '=', '-', '0x1F', ';']],
    ['[a = 1.5e-10, b=.5E+3]', '[ a = 1.5e-10 , b = .5E+3 ]'.split(' ')],
    ['0xe-1', ['0xe', '-', '1']],
    [`"a // \\" ' b" 'c /* \\'" d'`, [`"a // \\" ' b"`, `'c /* \\'" d'`]],
    ['a/**/b/*/ c */d//e\n//\nf', ['a', 'b', 'd', 'f']],
    ['\uFEFFé😀', ['é', '😀']],
    ['"open\nnext', ['"open', 'next']],
    ['a /* open\n */ b /*', ['a', 'b', '/*']],
    ['/*/', ['/*/']],
    ['"\\', ['"\\']],
    ['', []],
  ])('of %j', (text, tokens) => {
    expect(words(text)).toEqual(tokens);
  });

  it('bear their places', () => {
    const text = 'a\n/* b\n c */ "d"\r\n\te';
    const tokens = [...tokensOf(text)];
    expect(tokens.map(({ line }) => line)).toEqual([1, 3, 4]);
    for (const { text: word, start, end } of tokens)
      expect(text.slice(start, end)).toBe(word);
  });

  it.each([
    ['comments that are opened again and again', '/* ', 1],
    ['texts that never end', '"\\', 1],
    ['quotes', `"'`, 333_334],
    ['signs of an exponent', '1e+', 1],
    ['words', 'ab ', 333_334],
  ])('are found in one go in a text full of %s', (_, part, count) => {
    // Looking again from each of them would take the whole day for a megabyte.
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    expect(words(text).length).toBe(count);
  });
});
