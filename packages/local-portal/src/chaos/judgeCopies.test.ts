import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeCopies } from './judgeCopies.ts';

const sent = (id: string, at: number, cut = false) => ({ id, at, cut });

const at = (moment: number) => ({ from: moment, until: moment });

describe('messages that arrived more than once', () => {
  it('are as promised after a cut before the answer', () => {
    const verdict = judgeCopies([sent('a', 1, true), sent('a', 2)], []);
    assert.deepEqual(verdict, { copies: 1, windows: 1, unexplained: [] });
  });

  it('are as promised when a crash fell between them', () => {
    const verdict = judgeCopies([sent('a', 1), sent('a', 9)], [at(5)]);
    assert.deepEqual(verdict, { copies: 1, windows: 1, unexplained: [] });
  });

  it('are as promised when the first one came while its arrival could not be written down', () => {
    const outage = { from: 1, until: 5 };
    assert.equal(
      judgeCopies([sent('a', 3), sent('a', 9)], [outage]).unexplained.length,
      0,
    );
  });

  it('are not where nothing happened, or too long ago', () => {
    const copy = sent('a', 50_000);
    const other = sent('b', 3);
    assert.deepEqual(
      judgeCopies([sent('a', 1), copy, sent('b', 2), other], [at(40_000)]),
      { copies: 2, windows: 0, unexplained: [copy, other] },
    );
  });
});
