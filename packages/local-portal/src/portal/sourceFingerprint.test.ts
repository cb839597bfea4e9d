import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sourceFingerprint } from './sourceFingerprint.ts';

describe('the fingerprint of the sources', () => {
  let root: string;
  function write(file: string, text: string) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'fingerprint-test-'));
    write('yarn.lock', '');
    write('package.json', '{}');
    write('plugins/one/src/index.ts', 'export {};');
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('changes with what goes into the portal', () => {
    const first = sourceFingerprint(root);
    assert.equal(sourceFingerprint(root), first);
    write('plugins/one/src/index.ts', 'export const one = 1;');
    assert.notEqual(sourceFingerprint(root), first);
  });

  it('does not change with tests, builds and what is not part of the portal', () => {
    const first = sourceFingerprint(root);
    write('plugins/one/src/index.test.ts', 'it');
    write('plugins/one/dist/index.js', 'built');
    write('packages/local-portal/src/index.ts', 'starter');
    write('packages/app/e2e-tests/story.test.ts', 'story');
    assert.equal(sourceFingerprint(root), first);
  });
});
