import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recoveryTimes } from './recoveryTimes.ts';

describe('the recovery time after a kill', () => {
  it('lasts until the last piece of work that was open then is done', () => {
    const works = [
      { since: 0, doneAt: 90 },
      { since: 50, doneAt: 130 },
      { since: 60, doneAt: 110 },
      { since: 101, doneAt: 500 },
    ];
    assert.deepEqual(recoveryTimes([100], [], works), [30]);
  });

  it('is nothing where nothing was open', () => {
    assert.deepEqual(recoveryTimes([100], [], [{ since: 0, doneAt: 90 }]), [0]);
  });

  it('begins when a service that was away is back', () => {
    const outages = [{ from: 90, until: 140 }];
    const works = [{ since: 95, doneAt: 150 }];
    assert.deepEqual(recoveryTimes([100], outages, works), [10]);
  });

  it('leaves out what the next kill or outage held up', () => {
    const works = [{ since: 95, doneAt: 160 }];
    assert.deepEqual(recoveryTimes([100, 140], [], works), [0, 20]);
    assert.deepEqual(recoveryTimes([100], [{ from: 120, until: 150 }], works), [
      0,
    ]);
  });
});
