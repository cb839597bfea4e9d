import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { keepSecrets } from './secrets.ts';

describe('the secrets of a local portal', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-test-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are made once and kept where only their owner can read them', () => {
    const first = keepSecrets(folder);
    assert.deepEqual(keepSecrets(folder), first);
    assert.equal(statSync(join(folder, 'secrets.json')).mode % 0o1000, 0o600);
    assert.equal(
      createPrivateKey(first.checkpointKey).asymmetricKeyType,
      'ed25519',
    );
  });
});
