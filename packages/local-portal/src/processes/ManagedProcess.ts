import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { forget, remember } from './runningProcesses.ts';

/**
 * A program that we started and will stop. It runs in a session of its own, so that a terminal's
 * Ctrl-C reaches us alone and we stop things in order; and where util-linux is there, the kernel
 * ends it when we die without having had a chance to (kill -9).
 *
 * @public
 */
export interface ManagedProcess {
  /** How it is called in messages. */
  readonly name: string;
  /** Its process id. */
  readonly pid: number;
  /** Whether it uses other programs of ours, and so must be stopped before them. */
  readonly needsOthers: boolean;
  /** Settles when it has ended, for whatever reason, with a few words on how. */
  readonly exited: Promise<string>;
  /** Whether it has ended. */
  hasExited(): boolean;
  /** Sends a signal, for those who want to see it suffer. */
  kill(signal: NodeJS.Signals): void;
  /** Asks it to stop, waits up to eight seconds, then kills it. Safe to call again. */
  stop(): Promise<void>;
}

/** What {@link startProcess} needs to know. */
export interface ProcessOptions {
  name: string;
  command: string;
  args: string[];
  /** File that its output is appended to, or `inherit` to show it. */
  output: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** User and group to run as; only root may ask for it. */
  user?: { uid: number; gid: number };
  /** Whether it uses other programs of ours, and so must be stopped before them. By default not. */
  needsOthers?: boolean;
  /** How it is asked to stop. By default SIGTERM. */
  stopSignal?: NodeJS.Signals;
  /** Whether what it started itself is signalled too (a command line tool with children). */
  wholeGroup?: boolean;
}

/** How a program ends that has nothing to complain about. */
export const ENDED_WELL = 'ended with code 0';

const PATIENCE_MS = 8_000;

/** Starts a program that ends with us. */
export function startProcess(options: ProcessOptions): ManagedProcess {
  const { name, stopSignal = 'SIGTERM', user, wholeGroup = false } = options;
  const [command, args] = boundToUs(options, stopSignal);
  const output = openOutput(options.output);
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ['ignore', output, output],
    ...(canBind() ? {} : user),
  });
  if (typeof output === 'number') {
    closeSync(output);
  }

  let ended: string | undefined;
  const exited = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) =>
      resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    );
  }).then(how => {
    ended = how;
    return how;
  });
  const signal = (which: NodeJS.Signals) => {
    if (ended === undefined && child.pid) {
      send(child, which, wholeGroup);
    }
  };
  const running: ManagedProcess = {
    name,
    pid: child.pid ?? 0,
    needsOthers: options.needsOthers ?? false,
    exited,
    hasExited: () => ended !== undefined,
    kill: signal,
    async stop() {
      signal(stopSignal);
      const force = setTimeout(() => signal('SIGKILL'), PATIENCE_MS);
      await exited;
      clearTimeout(force);
      if (wholeGroup) {
        endGroup(child);
      }
    },
  };
  remember(running);
  exited.then(() => forget(running));
  return running;
}

function send(child: ChildProcess, signal: NodeJS.Signals, group: boolean) {
  if (!group) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid!, signal);
  } catch {
    child.kill(signal);
  }
}

/** Ends what a program started and left behind. */
function endGroup(child: ChildProcess) {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // The usual case: nobody was left behind, so there is no such group.
  }
}

function openOutput(output: string): number | 'inherit' {
  if (output === 'inherit') {
    return 'inherit';
  }
  mkdirSync(dirname(output), { recursive: true });
  return openSync(output, 'a');
}

/** The command, wrapped so that the kernel sends `signal` to it when this process is gone. */
function boundToUs(
  { command, args, user }: ProcessOptions,
  signal: NodeJS.Signals,
): [string, string[]] {
  if (!canBind()) {
    return [command, args];
  }
  const identity = user
    ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
    : [];
  const death = `--pdeathsig=${signal.replace('SIG', '')}`;
  return ['setpriv', [...identity, death, command, ...args]];
}

let binding: boolean | undefined;

function canBind(): boolean {
  binding ??= spawnSync('setpriv', ['--pdeathsig=TERM', 'true']).status === 0;
  return binding;
}
