import { spawn } from 'node:child_process';

/** How a program that we waited for ended. */
export interface Outcome {
  /** Its exit code; 127 when it could not be started, 124 when it took too long. */
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end and keeps what it wrote. Never throws. */
export function runQuietly(
  command: string,
  args: string[],
  options: {
    cwd?: string;
    env?: NodeJS.ProcessEnv;
    timeoutMs?: number;
    /** User and group to run as; only root may ask for it. */
    user?: { uid: number; gid: number };
  } = {},
): Promise<Outcome> {
  const { cwd, env, timeoutMs = 60_000, user } = options;
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env,
      ...user,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
    child.once('error', error =>
      resolve({ code: 127, stdout, stderr: error.message }),
    );
    child.once('close', code => resolve({ code: code ?? 124, stdout, stderr }));
  });
}
