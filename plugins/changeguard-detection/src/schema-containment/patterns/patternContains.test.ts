import fc from 'fast-check';
import { anyText, patternContains, patternMisses } from './patternContains';

const contains = (narrow: string, wide: string) =>
  patternContains({ ...anyText, patterns: [narrow] }, wide);

describe('patternContains', () => {
  it.each([
    ['^a', 'a', true],
    ['a', '^a', false],
    ['^\\d{4}$', '^[0-9]+$', true],
    ['^(a|bc)*$', '^[abc]*$', true],
    ['^[abc]*$', '^(a|bc)*$', false],
    ['^\\w+$', '^[\\w\\s]+$', true],
    ['^[^/]+$', '/', false],
    ['^a.c$', '^a[\\s\\S]c$', true],
    ['^\\u0041$', '^A$', true],
    ['^(?:x{2}){2,3}$', '^x{4,6}$', true],
    ['x', '(?=y)', undefined],
    ['x', '(a)\\1', undefined],
    ['x', '(', undefined],
  ])('%s in %s: %s', (narrow, wide, expected) => {
    expect(contains(narrow, wide)).toBe(expected);
  });

  it('takes lengths into account', () => {
    const short = { ...anyText, patterns: ['^(ab)*$'], max: 5 };
    expect(patternContains(short, '^(ab){0,2}$')).toBe(true);
    expect(patternContains(short, '^(ab){0,1}$')).toBe(false);
  });

  it('tells that a pattern is never found', () => {
    const digits = { ...anyText, patterns: ['^[0-9]*$'] };
    expect(patternMisses(digits, 'a')).toBe(true);
    expect(patternMisses(digits, '5')).toBe(false);
  });

  it('agrees with regular expressions about every short text', () => {
    const part = fc.constantFrom(
      'a',
      'b',
      '[ab]',
      '.',
      'a*',
      'b?',
      '(ab)+',
      '(a|ba)',
      '[^a]',
      'b{2}',
    );
    const pattern = fc
      .tuple(
        fc.boolean(),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
      )
      .map(
        ([start, parts, end]) =>
          `${start ? '^' : ''}${parts.join('')}${end ? '$' : ''}`,
      );
    const texts = [''];
    for (let at = 0; texts[at].length < 6; at++) {
      texts.push(`${texts[at]}a`, `${texts[at]}b`, `${texts[at]}c`);
    }
    fc.assert(
      fc.property(pattern, pattern, (narrow, wide) => {
        if (contains(narrow, wide) !== true) return;
        const [inner, outer] = [new RegExp(narrow), new RegExp(wide)];
        expect(
          texts.filter(one => inner.test(one) && !outer.test(one)),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
