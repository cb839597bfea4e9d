import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { checkout } from '../checkout.ts';

const FILE = join(checkout.local, 'running.json');

/** The local portal of this checkout, if one is running: there can be one, for there is one set of data. */
export interface RunningPortal {
  /** The starter's process id. */
  pid: number;
  /** Where the portal is, or will be in a moment. */
  url: string;
}

/** The portal that another process started from this checkout. */
export function findRunningPortal(): RunningPortal | undefined {
  if (!existsSync(FILE)) {
    return undefined;
  }
  const noted = JSON.parse(readFileSync(FILE, 'utf8')) as RunningPortal;
  return noted.pid !== process.pid && isStarter(noted.pid) ? noted : undefined;
}

/** Notes that this process starts the portal, until it exits. */
export function noteRunningPortal(url: string): void {
  const running = findRunningPortal();
  if (running) {
    throw new Error(
      `The portal of this folder is running already at ${running.url} (process ${running.pid}): stop it first.`,
    );
  }
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ pid: process.pid, url }));
  process.once('exit', () => rmSync(FILE, { force: true }));
}

/** Process ids are used again, so being alive is not enough where one can look closer. */
function isStarter(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return (
    !existsSync(commandLine) ||
    readFileSync(commandLine, 'utf8').includes('local-portal')
  );
}
