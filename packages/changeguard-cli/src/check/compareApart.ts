import { fork } from 'child_process';
import type { Comparison } from '@changeguard/backstage-plugin-changeguard-detection';
import {
  ComparisonAnswer,
  comparisonProcessFile,
  ComparisonTask,
} from './comparisonProcess';

/** What one comparison may take. */
export interface ComparisonLimits {
  /** Of JavaScript objects, in MB. */
  memoryMb: number;
  /** Milliseconds, with loading the engines. */
  milliseconds: number;
}

type Failed = Extract<Comparison, { outcome: 'failed' }>;

/**
 * Compares in a process of its own, which a text that takes too long or too much memory ends without ending the command: that is a result,
 * like any other. In a thread it would not be: where one step alone takes more than what is left, such as reading JSON, the engine of
 * JavaScript ends the whole process.
 */
export async function compareApart(
  task: ComparisonTask,
  { memoryMb, milliseconds }: ComparisonLimits,
): Promise<Comparison> {
  const child = fork(comparisonProcessFile, {
    execArgv: [`--max-old-space-size=${memoryMb}`, ...fromSource()],
    // Texts as they are, and dates as dates.
    serialization: 'advanced',
    // What libraries print is no answer. Nothing is written to the pipe: that it closes tells of our end.
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Comparison>(resolve => {
      timer = setTimeout(
        () =>
          resolve(
            failed(
              'timed-out',
              `Comparing takes longer than ${
                milliseconds / 1_000
              } s; see --timeout, or split the definition.`,
            ),
          ),
        milliseconds,
      );
      child.on('message', (answer: ComparisonAnswer | { outcome?: never }) => {
        // What makes JavaScript of our sources says, too, which files it read.
        if (answer.outcome === 'done') resolve(answer.comparison);
        if (answer.outcome === 'broken') resolve(gaveUp(answer.message));
      });
      child.once('error', error => resolve(gaveUp(error.message)));
      child.once('exit', (code, signal) =>
        resolve(
          // Without memory it aborts itself, or the system ends it.
          signal === 'SIGABRT' || signal === 'SIGKILL'
            ? failed(
                'too-large',
                `Comparing takes more than ${memoryMb} MB of memory; split the definition.`,
              )
            : gaveUp(`its process ended with ${signal ?? code}`),
        ),
      );
      child.send(task);
    });
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

/** What makes JavaScript of our sources, in a checkout. */
function fromSource(): string[] {
  return comparisonProcessFile.endsWith('.ts')
    ? ['--require', require.resolve('@backstage/cli/config/nodeTransform.cjs')]
    : [];
}

function gaveUp(why: string): Failed {
  return failed(
    'unsupported',
    `These definitions cannot be compared: the engine gave up (${why}).`,
  );
}

function failed(reason: Failed['reason'], message: string): Failed {
  return { outcome: 'failed', reason, which: null, message };
}
