import { setTimeout as pause } from 'node:timers/promises';
import type { ManagedProcess } from './ManagedProcess.ts';

/**
 * Asks again until the answer is yes. Ends early, with a sentence, when the program that is waited
 * for has ended or the time is up.
 *
 * @param what - "PostgreSQL answers", for the sentence
 */
export async function waitFor(
  what: string,
  isThere: () => Promise<boolean>,
  options: {
    timeoutMs: number;
    process?: ManagedProcess;
    log?: string;
    everyMs?: number;
  },
): Promise<void> {
  const { timeoutMs, process: program, log, everyMs = 100 } = options;
  const hint = log ? ` Its output is in ${log}` : '';
  const deadline = AbortSignal.timeout(timeoutMs);
  // An attempt may hang for good, so neither the time nor the program's end waits for it.
  const over = new Promise<boolean>(resolve => {
    deadline.addEventListener('abort', () => resolve(false), { once: true });
    program?.exited.then(() => resolve(false));
  });
  while (!(await Promise.race([isThere().catch(() => false), over]))) {
    if (program?.hasExited()) {
      throw new Error(
        `${program.name} ${await program.exited} before ${what}.${hint}`,
      );
    }
    if (deadline.aborted) {
      throw new Error(
        `Gave up after ${timeoutMs / 1000} s: waited until ${what}.${hint}`,
      );
    }
    await pause(everyMs);
  }
}
