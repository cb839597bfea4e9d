import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../ports/Clock';
import { Comparer, ComparisonRequest, JudgedComparison } from './Comparer';
import { ComparisonLimits, ComparisonThread } from './ComparisonThread';
import { comparisonWorkerKind, ComparisonWorkerData } from './comparisonWorker';
import { copyInTurns } from './copyInTurns';
import { failedComparison } from './failedComparison';

interface Waiting {
  request: ComparisonRequest;
  resolve: (comparison: JudgedComparison) => void;
}

/** How long a thread with nothing to do keeps its memory, in milliseconds. */
const idleMs = 60_000;

/**
 * Compares in threads of their own, so that the event loop never waits for a definition: a few threads, a bounded queue before them. A
 * thread that takes too long or too much memory is ended and its comparison explained; the next one gets a new thread.
 */
export class ComparisonPool implements Comparer {
  private readonly idle: ComparisonThread[] = [];
  private readonly waiting: Waiting[] = [];
  private busy = 0;
  private idleTimer?: NodeJS.Timeout;

  constructor(
    private readonly deps: {
      clock: Clock;
      logger: LoggerService;
      limits: ComparisonLimits;
      /** Threads at most. */
      threads: number;
      /** Comparisons that wait at most. */
      queue: number;
      bytes: number;
      /** Of formats that modules add. */
      files: ComparisonWorkerData['files'];
    },
  ) {}

  compare(request: ComparisonRequest): Promise<JudgedComparison> {
    if (this.waiting.length >= this.deps.queue) {
      return Promise.resolve(
        failedComparison(
          'busy',
          'Too many comparisons wait at the moment; try again later.',
        ),
      );
    }
    return new Promise(resolve => {
      this.waiting.push({ request, resolve });
      this.next();
    });
  }

  /** Ends all threads. What still waits is not answered: who asked is ending, too. */
  async stop(): Promise<void> {
    clearTimeout(this.idleTimer);
    this.waiting.length = 0;
    await Promise.all(this.idle.splice(0).map(thread => thread.end()));
  }

  private next(): void {
    if (this.busy >= this.deps.threads) return;
    const one = this.waiting.shift();
    if (!one) return;
    this.busy++;
    clearTimeout(this.idleTimer);
    void this.run(one).finally(() => {
      this.busy--;
      this.next();
    });
  }

  private async run({ request, resolve }: Waiting): Promise<void> {
    const { clock, logger } = this.deps;
    const thread = this.thread();
    const answer = await thread.compare({
      // Copies of their own, because they are handed over, not shared.
      request: {
        ...request,
        base: await copyInTurns(request.base),
        revision: await copyInTurns(request.revision),
      },
      now: clock.now().getTime(),
    });
    if (!thread.ended) this.rest(thread);
    if (answer.outcome === 'done') {
      resolve(answer.comparison);
      return;
    }
    logger.error(`Comparing ${request.format} failed: ${answer.message}`);
    resolve(
      failedComparison(
        'unsupported',
        'These definitions cannot be compared: the engine gave up.',
      ),
    );
  }

  private thread(): ComparisonThread {
    for (;;) {
      const thread = this.idle.pop();
      if (!thread) break;
      if (!thread.ended) return thread;
    }
    const { bytes, files, limits } = this.deps;
    return new ComparisonThread(
      { kind: comparisonWorkerKind, bytes, files },
      limits,
    );
  }

  private rest(thread: ComparisonThread): void {
    this.idle.push(thread);
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(
      () => this.idle.splice(0).forEach(one => void one.end()),
      idleMs,
    ).unref();
  }
}
