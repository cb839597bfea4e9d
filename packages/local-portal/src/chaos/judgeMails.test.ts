import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeMails } from './judgeMails.ts';

const mail = (messageId: string, at: number, cut = false) => ({
  messageId,
  to: 'bob@example.com',
  changeId: undefined,
  at,
  cut,
});

const at = (moment: number) => ({ from: moment, until: moment });

describe('mails that arrived more than once', () => {
  it('are as promised after a cut before the answer', () => {
    const verdict = judgeMails([mail('a', 1, true), mail('a', 2)], []);
    assert.deepEqual(verdict, { copies: 1, windows: 1, unexplained: [] });
  });

  it('are as promised when a crash fell between them', () => {
    const verdict = judgeMails([mail('a', 1), mail('a', 9)], [at(5)]);
    assert.deepEqual(verdict, { copies: 1, windows: 1, unexplained: [] });
  });

  it('are as promised when the first one came while its arrival could not be written down', () => {
    const outage = { from: 1, until: 5 };
    assert.equal(
      judgeMails([mail('a', 3), mail('a', 9)], [outage]).unexplained.length,
      0,
    );
  });

  it('are not where nothing happened, or too long ago', () => {
    const copy = mail('a', 50_000);
    const other = mail('b', 3);
    assert.deepEqual(
      judgeMails([mail('a', 1), copy, mail('b', 2), other], [at(40_000)]),
      { copies: 2, windows: 0, unexplained: [copy, other] },
    );
  });
});
