import { judge } from './outside';

describe('a mail that left twice', () => {
  const left = [
    { identity: 'a', at: 1_000 },
    { identity: 'a', at: 9_000 },
  ];
  const settledAt = 9_010;

  it.each([
    ['the fault fell before our mark', { struckAt: 1_010 }, []],
    [
      'an instance was abandoned that went on until then',
      { struckAt: 900, abandonedAt: 1_010 },
      [],
    ],
    [
      'the fault was over before',
      { struckAt: 900, abandonedAt: 950 },
      ['it left 2 times, without need'],
    ],
    [
      'the fault came after',
      { struckAt: 9_500, abandonedAt: 9_600 },
      ['it left 2 times, without need'],
    ],
    ['there was none', {}, ['it left 2 times, without need']],
  ])('is judged by when the fault fell: %s', (_, plan, sentences) => {
    expect(judge('it', left, settledAt, plan)).toEqual(sentences);
  });

  it('bears one name', () => {
    const copies = [left[0], { identity: 'b', at: 9_000 }];
    expect(judge('it', copies, settledAt, { struckAt: 1_010 })).toEqual([
      'copies of it have 2 names',
    ]);
  });
});
