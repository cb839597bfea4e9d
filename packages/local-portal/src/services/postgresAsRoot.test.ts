import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isOpenToOthers, isRoot, reachableFolder } from './postgresAsRoot.ts';

describe('a folder that the unprivileged PostgreSQL can reach', () => {
  let open: string;
  let closed: string;
  before(() => {
    const folder = mkdtempSync(join(tmpdir(), 'reach-test-'));
    chmodSync(folder, 0o755);
    open = join(folder, 'open');
    closed = join(folder, 'closed', 'below');
    mkdirSync(open, { mode: 0o755 });
    mkdirSync(closed, { recursive: true, mode: 0o755 });
    chmodSync(join(closed, '..'), 0o700);
  });
  after(() => rmSync(join(open, '..'), { recursive: true, force: true }));

  it('is one that every folder above is open to', () => {
    assert.equal(isOpenToOthers(open), true);
    assert.equal(isOpenToOthers(closed), false);
  });

  it('is the wanted one where that can be reached', () => {
    assert.equal(reachableFolder(join(open, 'data')), join(open, 'data'));
  });

  it('is elsewhere for root below a closed folder, and the same one each time', () => {
    const wanted = join(closed, 'data');
    const first = reachableFolder(wanted);
    try {
      assert.equal(first === wanted, !isRoot());
      assert.equal(reachableFolder(wanted), first);
      assert.equal(isOpenToOthers(join(first, '..')), isRoot());
    } finally {
      if (isRoot()) {
        rmSync(join(first, '..'), { recursive: true, force: true });
      }
    }
  });
});
