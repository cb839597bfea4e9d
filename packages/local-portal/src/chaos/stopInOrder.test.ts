import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startProcess } from '../processes/ManagedProcess.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { waitFor } from '../processes/waitFor.ts';
import { stopInOrder } from './stopInOrder.ts';

describe('stopping backends in good order', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'stop-test-'));
  });
  after(async () => {
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a program that does something when it is asked to stop, and waits until it listens for that. */
  async function start(name: string, whenAsked: string) {
    const output = join(folder, name);
    const program = startProcess({
      name,
      command: process.execPath,
      args: [
        '-e',
        `process.on('SIGTERM', () => { ${whenAsked} }); setInterval(() => {}, 1000); console.log('up')`,
      ],
      output,
    });
    await waitFor('it was up', async () => readFileSync(output).length > 0, {
      timeoutMs: 20_000,
    });
    return program;
  }

  it('has nothing to say of those that end by themselves', async () => {
    const backends = [
      await start('one', 'process.exit(0)'),
      await start('another', 'setTimeout(() => process.exit(0), 50)'),
    ];
    assert.deepEqual(await stopInOrder(backends), []);
  });

  it('names one that ends badly, and one that does not end', async () => {
    const backends = [
      await start('bad', 'process.exit(1)'),
      await start('deaf', ''),
    ];
    assert.deepEqual(await stopInOrder(backends, 2_000), [
      'backend 0 was asked to stop and ended with code 1',
      'backend 1 was asked to stop and was still there 2 s later',
    ]);
    backends[1].kill('SIGKILL');
    await backends[1].exited;
  });
});
