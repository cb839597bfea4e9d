// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Runs a long command with its output in a log file, and says every ten seconds that it is still at
 * it. A failure throws with the end of the log, which is what a person would have looked for.
 *
 * @param {{ what: string, command: string, args: string[], cwd: string, logFile: string,
 *   env?: NodeJS.ProcessEnv }} options
 */
export async function runWithProgress(options) {
  const { what, command, args, cwd, logFile, env = process.env } = options;
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`${what} …`);
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const heartbeat = setInterval(() => {
    say(`${what} … ${seconds()} s${lastStep(logFile)}`);
  }, 10_000);
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  try {
    const outcome = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(signal ?? code));
    });
    if (outcome !== 0) {
      const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n');
      throw new Error(
        `${what} failed (${outcome}):\n${tail
          .slice(-25)
          .join('\n')}\nThe whole output is in ${logFile}`,
      );
    }
    say(`${what}: done in ${seconds()} s`);
  } finally {
    clearInterval(heartbeat);
    process.removeListener('SIGTERM', stop);
    process.removeListener('SIGINT', stop);
  }
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`  ${line}\n`);
}

/**
 * The util-linux tool that lets a child die with its parent, whatever kills the parent.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function boundToParent(command, args) {
  const setpriv = spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']);
  return setpriv.status === 0
    ? ['setpriv', ['--pdeathsig', 'TERM', command, ...args]]
    : [command, args];
}

/** @param {string} logFile */
function lastStep(logFile) {
  const steps = readFileSync(logFile, 'utf8').match(/┌ (.+)/g);
  return steps ? ` (${steps[steps.length - 1].slice(2).toLowerCase()})` : '';
}
