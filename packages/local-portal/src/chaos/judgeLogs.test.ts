import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeLogs } from './judgeLogs.ts';

const checkpoint = { seq: '7', signature: 'kQ0/aB+c==' };
const logged = JSON.stringify({
  level: 'info',
  message: `Audit checkpoint ${JSON.stringify(checkpoint)}`,
});

describe('judging the logs', () => {
  it('finds nothing wrong where each checkpoint is in the log of some backend', () => {
    assert.deepEqual(judgeLogs(['Listening\n', logged], [checkpoint]), []);
  });

  it('finds a checkpoint that was stored and never logged', () => {
    const other = { seq: '9', signature: 'another' };
    assert.deepEqual(judgeLogs([logged], [checkpoint, other]), [
      'the checkpoint at 9 was never written to a log',
    ]);
  });

  it('takes a trail without any checkpoint for wrong', () => {
    assert.deepEqual(judgeLogs([logged], []), ['no checkpoint is stored']);
  });

  it('finds rejections that nobody handled', () => {
    const line =
      '{"level":"error","message":"Unhandled rejection Away","type":"unhandledRejection"}';
    assert.deepEqual(judgeLogs(['', `${logged}\n${line}\n`], [checkpoint]), [
      `backend 1 wrote: ${line}`,
    ]);
  });
});
