import { LowWaterMark } from './LowWaterMark';
import { ClaimedEvent } from './OutboxStore';

describe('LowWaterMark', () => {
  let ms: number;
  let mark: LowWaterMark;

  /** A claim that finds events at these positions; answers where it began, and whether another is due at once. */
  const claim = (highest: number, ...positions: number[]) => {
    const from = Number(mark.begin());
    const again = mark.claimed({
      events: positions.map(
        position => ({ position: String(position) } as ClaimedEvent),
      ),
      highest: String(highest),
    });
    return [from, again];
  };

  beforeEach(() => {
    ms = 0;
    mark = new LowWaterMark({ pauseMs: 1_000, now: () => ms });
  });

  it('begins where the look before the last saw the end', () => {
    claim(10, 9);
    claim(10);
    ms = 1_000;
    expect(claim(20, 15)).toEqual([0, false]);
    expect(claim(20)).toEqual([0, true]);
    expect(claim(21)).toEqual([0, false]);
    expect(claim(30, 25)).toEqual([10, false]);
    ms = 2_000;
    expect(claim(30)).toEqual([10, true]);
    expect(claim(30)).toEqual([0, false]);
    expect(claim(40, 35)).toEqual([21, false]);
  });

  it('goes on with a look until nothing is found, from the first event that was', () => {
    claim(500);
    for (ms of [1_000, 2_000]) {
      claim(500);
      claim(500);
    }
    ms = 3_000;
    expect(claim(500)).toEqual([500, true]);
    expect(claim(500, 7, 300)).toEqual([0, false]);
    expect(claim(500, 8, 301)).toEqual([7, false]);
    expect(claim(501, 501)).toEqual([8, false]);
    expect(claim(501)).toEqual([500, false]);
    expect(claim(501)).toEqual([500, false]);
  });

  it('looks at all of them now and then though it never runs out of events', () => {
    claim(10, 5);
    claim(10);
    ms = 1_000;
    claim(10);
    claim(10);
    for (ms = 2_000; ms < 6_000; ms += 1_000) {
      expect(claim(1_000 + ms, 1_000 + ms)).toEqual([10, false]);
    }
    expect(claim(9_000, 3)).toEqual([0, false]);
  });
});
