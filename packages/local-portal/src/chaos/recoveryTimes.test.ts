import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recoveryTimes, STEPS, type Step } from './recoveryTimes.ts';

const work = (step: Step, since: number, doneAt: number) => ({
  step,
  since,
  doneAt,
});

describe('the recovery time after a kill', () => {
  it('lasts until the last piece of work that was open then is done', () => {
    const works = [
      work('publish', 0, 90),
      work('handle', 50, 130),
      work('deliver', 60, 110),
      work('handle', 101, 500),
    ];
    assert.deepEqual(recoveryTimes([100], [], works), [30]);
  });

  it('is nothing where nothing was open', () => {
    assert.deepEqual(recoveryTimes([100], [], [work('handle', 0, 90)]), [0]);
  });

  it('begins when what was away is back', () => {
    const outages = [{ from: 90, until: 140, holdsUp: STEPS }];
    assert.deepEqual(recoveryTimes([100], outages, [work('handle', 95, 150)]), [
      10,
    ]);
  });

  it('begins with the kill for what can be done without what is away', () => {
    const outages = [{ from: 90, until: 140, holdsUp: ['handle'] as const }];
    const works = [work('handle', 95, 141), work('deliver', 95, 135)];
    assert.deepEqual(recoveryTimes([100], outages, works), [35]);
  });

  it('is not excused by what was over before, or came after', () => {
    const outages = [
      { from: 50, until: 99, holdsUp: STEPS },
      { from: 101, until: 150, holdsUp: STEPS },
    ];
    assert.deepEqual(
      recoveryTimes([100], outages, [work('publish', 95, 160)]),
      [60],
    );
  });

  it('is that of each of two backends that were killed together', () => {
    assert.deepEqual(
      recoveryTimes([100, 110], [], [work('deliver', 95, 140)]),
      [40, 30],
    );
  });
});
