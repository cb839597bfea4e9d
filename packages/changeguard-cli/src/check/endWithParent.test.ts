import { spawn } from 'child_process';
import { once } from 'events';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { setTimeout as delay } from 'timers/promises';
import { SystemProcess } from '../__testUtils__/SystemProcess';

/** Parsing is one step, which takes several seconds of processor time and gets here within the first. */
const inParsing = 400 * 1024 * 1024;

/** Looks again and again until something is there. */
async function found<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const thing = look();
    if (thing !== undefined) return thing;
    await delay(10);
  }
}

describe('the process that compares', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'changeguard-end-'));
    writeFileSync(join(folder, 'base.yaml'), 'openapi: 3.0.3\npaths: {}\n');
    const long = `openapi: 3.0.3\nx:\n${'- {}\n'.repeat(3_000_000)}`;
    writeFileSync(join(folder, 'long.yaml'), long);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'ends with the command that %s ends, also within a long step',
    async signal => {
      const bin = resolve(__dirname, '../../bin/changeguard');
      const command = spawn(
        process.execPath,
        [bin, 'check', 'long.yaml', '--base', 'base.yaml'],
        { cwd: folder, stdio: 'ignore' },
      );
      const ended = once(command, 'exit');
      const comparing = await found(
        () => new SystemProcess(command.pid!).children()[0],
      );
      try {
        await found(() => {
          const { memoryBytes } = comparing.state()!;
          return memoryBytes > inParsing || undefined;
        });
        const { cpuSeconds: before } = comparing.state()!;
        command.kill(signal);
        expect(await ended).toEqual([null, signal]);
        let after = before;
        await found(() => {
          const state = comparing.state();
          after = state?.cpuSeconds ?? after;
          return state ? undefined : 'ended';
        });
        expect(after - before).toBeLessThan(1);
      } finally {
        command.kill('SIGKILL');
        if (comparing.state()) process.kill(comparing.pid, 'SIGKILL');
      }
    },
    60_000,
  );
});
