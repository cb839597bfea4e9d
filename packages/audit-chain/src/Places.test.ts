import fc from 'fast-check';
import { Places } from './Places';

const most = 30;
const ranges = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 0, max: 6 }))
    .map(([from, length]): [number, number] => [from, from + length]),
);

describe('Places', () => {
  it('are those of all their ranges, whatever their order and overlaps', () => {
    fc.assert(
      fc.property(
        ranges,
        fc.integer({ min: 1, max: most }),
        fc.integer({ min: 0, max: most }),
        (given, from, length) => {
          const places = new Places(given);
          const isIn = (seq: number) =>
            given.some(([first, last]) => first <= seq && seq <= last);
          const within: number[] = [];
          for (let seq = 1; seq <= 2 * most; seq++) {
            expect(places.has(seq)).toBe(isIn(seq));
            let end = seq;
            while (isIn(end + 1)) end++;
            expect(places.endOf(seq)).toBe(isIn(seq) ? end : null);
            if (isIn(seq) && seq >= from && seq <= from + length) {
              within.push(seq);
            }
          }
          const found = places.within(from, from + length);
          expect(
            found.flatMap(([first, last]) =>
              Array.from({ length: last - first + 1 }, (_, n) => first + n),
            ),
          ).toEqual(within);
        },
      ),
      { numRuns: 500 },
    );
  });
});
