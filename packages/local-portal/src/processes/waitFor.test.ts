import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { waitFor } from './waitFor.ts';

describe('waitFor', () => {
  it('asks until the answer is yes, whatever goes wrong before', async () => {
    const answers = [
      () => Promise.reject(new Error('not yet')),
      () => Promise.resolve(false),
      () => Promise.resolve(true),
    ];
    await waitFor('it was there', () => answers.shift()!(), {
      timeoutMs: 10_000,
      everyMs: 1,
    });
    assert.equal(answers.length, 0);
  });

  it('gives up in one sentence, even when an attempt never ends', async () => {
    await assert.rejects(
      waitFor('it was there', () => new Promise(() => {}), {
        timeoutMs: 50,
        log: '/the/log',
      }),
      /^Error: Gave up after 0.05 s: waited until it was there. Its output is in \/the\/log$/,
    );
  });
});
