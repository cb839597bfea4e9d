import fc from 'fast-check';
import { matches } from './matches';

describe('matching texts', () => {
  it('agrees with regular expressions, also where it reads by a machine', () => {
    const pattern = fc.constantFrom(
      '^(ab)+$',
      '(a|b)*c{1,2}$',
      '^a*b*c*$',
      '^(a{1,2}|bc?)*$',
      '[^a]+b(a|c)?$',
      '',
    );
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '😀') });
    fc.assert(
      fc.property(pattern, text, (one, other) => {
        expect(matches(one, other)).toBe(new RegExp(one, 'u').test(other));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['^(a+)+$', '^(a|a)*$', '(a*)*b', 'a*a*a*a*a*b', '^(?=(a+)+$)'])(
    'does not take for ever on %s',
    pattern => {
      const started = process.hrtime.bigint();
      matches(pattern, `${'a'.repeat(5_000)}!`);
      expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(
        2_000,
      );
    },
  );

  it('finds nothing by what is no expression', () => {
    expect(matches('(', '(')).toBe(false);
  });
});
