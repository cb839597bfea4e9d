import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findOnPath } from '../discovery/findOnPath.ts';
import { startProcess } from './ManagedProcess.ts';
import { stopEverything } from './runningProcesses.ts';
import { waitFor } from './waitFor.ts';

const FOREVER = ['-e', 'setInterval(() => {}, 1000)'];

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a program that we started', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'process-test-'));
  });
  after(async () => {
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
  });

  function startNode(
    args: string[],
    stopSignal?: NodeJS.Signals,
    needsOthers?: boolean,
  ) {
    return startProcess({
      name: 'A program',
      command: process.execPath,
      args,
      stopSignal,
      needsOthers,
      output: join(folder, 'log'),
    });
  }

  it('is gone when it was stopped, and says how it ended', async () => {
    const running = startNode(FOREVER, 'SIGINT');
    assert.equal(running.hasExited(), false);
    await running.stop();
    assert.equal(await running.exited, 'was ended by SIGINT');
    assert.equal(isAlive(running.pid), false);
    await running.stop();
  });

  it('is stopped with everything else, after those that need it', async () => {
    const ended: string[] = [];
    const needed = startNode(FOREVER);
    const leaning = startNode(FOREVER, 'SIGTERM', true);
    needed.exited.then(() => ended.push('needed'));
    leaning.exited.then(() => ended.push('leaning'));
    await stopEverything();
    assert.deepEqual(ended, ['leaning', 'needed']);
  });

  it('says so when it does not exist', async () => {
    const running = startProcess({
      name: 'Nothing',
      command: join(folder, 'no-such-program'),
      args: [],
      output: join(folder, 'log'),
    });
    assert.match(await running.exited, /ENOENT|code 127/);
  });

  it('does not outlive us even when we are killed', async context => {
    if (!findOnPath('setpriv')) {
      context.diagnostic('no setpriv here: nothing to rely on');
      return;
    }
    const script = join(folder, 'parent.ts');
    const module = new URL('./ManagedProcess.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { startProcess } from ${JSON.stringify(module)};
       const child = startProcess({ name: 'child', command: process.execPath,
         args: ${JSON.stringify(FOREVER)}, output: ${JSON.stringify(
        join(folder, 'log'),
      )} });
       console.log(child.pid);
       setInterval(() => {}, 1000);`,
    );
    const parent = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      script,
    ]);
    const pid = await new Promise<number>(resolve => {
      parent.stdout.once('data', data => resolve(Number(data)));
    });
    assert.equal(isAlive(pid), true);
    parent.kill('SIGKILL');
    await waitFor('the child is gone', async () => !isAlive(pid), {
      timeoutMs: 10_000,
    });
  });
});
