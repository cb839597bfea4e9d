import { Worker } from 'worker_threads';
import { toError } from '@backstage/errors';
import { workerArguments } from '../actors/workerArguments';
import {
  ComparisonAnswer,
  ComparisonTask,
  ComparisonWorkerData,
  comparisonWorkerFile,
} from './comparisonWorker';
import { failedComparison } from './failedComparison';

/** What one comparison may take. */
export interface ComparisonLimits {
  /** Of JavaScript objects in a worker, in MB; texts are outside of it. */
  memoryMb: number;
  /** Milliseconds, from when a worker has it. */
  milliseconds: number;
  /** How long loading the engines may take, in milliseconds. */
  startMilliseconds?: number;
}

/** A machine that has much else to do loads the engines in seconds. */
const defaultStartMs = 60_000;

/** A thread that is not gone after it, in milliseconds, holds nobody up. */
const endMs = 5_000;

/** What came of a comparison. */
export type ThreadAnswer = Exclude<ComparisonAnswer, { outcome: 'ready' }>;

/**
 * A thread that compares one pair after the other.
 *
 * States: idle → `compare` → busy → idle; ended by a text that takes too long or too much memory, and by `end`: then another one has to
 * take its place.
 */
export class ComparisonThread {
  private readonly worker: Worker;
  private readonly ready: Promise<void>;
  private settle: (answer: ThreadAnswer) => void = () => {};
  ended = false;

  constructor(
    data: ComparisonWorkerData,
    private readonly limits: ComparisonLimits,
  ) {
    this.worker = new Worker(comparisonWorkerFile, {
      workerData: data,
      execArgv: workerArguments(comparisonWorkerFile),
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMb,
        maxYoungGenerationSizeMb: 32,
      },
      stdout: true,
      stderr: true,
    });
    // What libraries print is no answer to anybody.
    this.worker.stdout.resume();
    this.worker.stderr.resume();
    // A process that wants to end need not wait for it.
    this.worker.unref();
    this.ready = new Promise(resolve => {
      const end = (answer: ThreadAnswer) => {
        this.ended = true;
        resolve();
        this.settle(answer);
      };
      this.worker.on('message', (answer: ComparisonAnswer) => {
        if (answer.outcome === 'ready') resolve();
        else this.settle(answer);
      });
      this.worker.on('error', error => end(this.explain(error)));
      this.worker.on('exit', code =>
        end({ outcome: 'broken', message: `The thread ended (${code})` }),
      );
    });
  }

  async compare(task: ComparisonTask): Promise<ThreadAnswer> {
    const { worker, limits } = this;
    worker.ref();
    // Loading the engines is not the definition's fault.
    const patience = limits.startMilliseconds ?? defaultStartMs;
    if ((await within(patience, this.ready)) === 'late') {
      void this.end();
      return failed(
        'busy',
        `The thread that compares did not start within ${
          patience / 1_000
        } s; compare again later.`,
      );
    }
    if (this.ended) {
      return { outcome: 'broken', message: 'The thread did not start' };
    }
    return new Promise(resolve => {
      const timer = setTimeout(() => {
        this.settle(
          failed(
            'timed-out',
            `Comparing takes longer than ${
              limits.milliseconds / 1_000
            } s; split the definition or raise the limit.`,
          ),
        );
        void this.end();
      }, limits.milliseconds);
      this.settle = answer => {
        this.settle = () => {};
        clearTimeout(timer);
        worker.unref();
        resolve(answer);
      };
      const { base, revision } = task.request;
      try {
        const memory = new Set([base.buffer, revision.buffer]);
        worker.postMessage(task, [...memory] as ArrayBuffer[]);
      } catch (error) {
        this.settle({ outcome: 'broken', message: toError(error).message });
      }
    });
  }

  /** Ends it wherever it is, and waits for that, but not for long. */
  async end(): Promise<void> {
    this.ended = true;
    await within(endMs, this.worker.terminate());
  }

  private explain(thrown: unknown): ThreadAnswer {
    const error: Error & { code?: unknown } = toError(thrown);
    return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? failed(
          'too-large',
          `Comparing takes more than ${this.limits.memoryMb} MB of memory; split the definition or raise the limit.`,
        )
      : { outcome: 'broken', message: error.message };
  }
}

/** Waits for something, and no longer than a time. */
async function within(
  milliseconds: number,
  what: Promise<unknown>,
): Promise<'done' | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  try {
    return await Promise.race([what.then(() => 'done' as const), late]);
  } finally {
    clearTimeout(timer);
  }
}

function failed(
  reason: 'busy' | 'timed-out' | 'too-large',
  message: string,
): ThreadAnswer {
  return { outcome: 'done', comparison: failedComparison(reason, message) };
}
