import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../ports/Clock';
import { Comparer, ComparisonRequest, JudgedComparison } from './Comparer';
import {
  ComparisonLimits,
  ComparisonThread,
  ThreadAnswer,
} from './ComparisonThread';
import { comparisonWorkerKind, ComparisonWorkerData } from './comparisonWorker';
import { failedComparison } from './failedComparison';
import { copyInTurns, ownMemory } from '../actors/ownMemory';

interface Waiting {
  request: ComparisonRequest;
  resolve: (comparison: JudgedComparison) => void;
}

/** Texts of the greatest length that wait at once, or as many bytes of shorter ones: each is in memory. */
const mostLongest = 8;

/** How long a thread with nothing to do keeps its memory, in milliseconds. */
const idleMs = 60_000;

/** Nobody's definition is to blame, and the same may be asked again. */
const stopping = failedComparison(
  'busy',
  'The portal is stopping; compare again in a moment.',
);

/**
 * Compares in threads of their own, so that the event loop never waits for a definition: a few threads, a bounded queue before them. A
 * thread that takes too long or too much memory is ended and its comparison explained; the next one gets a new thread.
 */
export class ComparisonPool implements Comparer {
  /** All that have not ended, of which some are idle. */
  private readonly threads = new Set<ComparisonThread>();
  private readonly idle: ComparisonThread[] = [];
  private readonly waiting: Waiting[] = [];
  private busy = 0;
  private stopped = false;
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
      /** Longest text. */
      bytes: number;
      /** Of formats that modules add. */
      files: ComparisonWorkerData['files'];
    },
  ) {}

  compare(request: ComparisonRequest): Promise<JudgedComparison> {
    if (this.stopped) return Promise.resolve(stopping);
    if (this.isFull(request)) {
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

  /** Ends all threads, also those in the middle of a comparison; whoever waits is told so. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.idleTimer);
    for (const { resolve } of this.waiting.splice(0)) resolve(stopping);
    await Promise.all([...this.threads].map(thread => thread.end()));
  }

  private isFull(request: ComparisonRequest): boolean {
    const { queue, bytes } = this.deps;
    if (this.waiting.length === 0) return false;
    const length = this.waiting.reduce(
      (sum, waiting) => sum + lengthOf(waiting.request),
      lengthOf(request),
    );
    return this.waiting.length >= queue || length > mostLongest * bytes;
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
    const { logger } = this.deps;
    const answer = await this.answerOf(request).catch(
      (error): ThreadAnswer => ({ outcome: 'broken', message: String(error) }),
    );
    if (answer.outcome === 'done') {
      resolve(answer.comparison);
      return;
    }
    if (this.stopped) {
      resolve(stopping);
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

  private async answerOf(request: ComparisonRequest): Promise<ThreadAnswer> {
    const revision = await (request.keepsRevision
      ? copyInTurns(request.revision)
      : ownMemory(request.revision));
    const base =
      request.base === request.revision
        ? revision
        : await ownMemory(request.base);
    const thread = this.thread();
    const now = this.deps.clock.now().getTime();
    const answer = await thread.compare({
      request: { ...request, base, revision },
      now,
    });
    if (thread.ended) this.threads.delete(thread);
    else this.rest(thread);
    return answer;
  }

  private thread(): ComparisonThread {
    for (;;) {
      const thread = this.idle.pop();
      if (!thread) break;
      if (!thread.ended) return thread;
      this.threads.delete(thread);
    }
    const { bytes, files, limits } = this.deps;
    const thread = new ComparisonThread(
      { kind: comparisonWorkerKind, bytes, files },
      limits,
    );
    this.threads.add(thread);
    return thread;
  }

  private rest(thread: ComparisonThread): void {
    this.idle.push(thread);
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(
      () => this.idle.splice(0).forEach(one => void this.retire(one)),
      idleMs,
    ).unref();
  }

  private async retire(thread: ComparisonThread): Promise<void> {
    await thread.end();
    this.threads.delete(thread);
  }
}

function lengthOf({ base, revision }: ComparisonRequest): number {
  return [...new Set([base, revision])].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
}
