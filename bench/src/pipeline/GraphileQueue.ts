import {
  Logger,
  makeWorkerUtils,
  run,
  type Runner,
  type WorkerUtils,
} from 'graphile-worker';
import type { Pool } from 'pg';

const TASK = 'publish';
const silent = new Logger(() => () => {});

/** graphile-worker beside us: a task that does nothing, on a database of its own. */
export class GraphileQueue {
  private runner?: Runner;
  private started = 0;
  private readonly waiting = new Map<string, () => void>();
  private goal?: { count: number; reached: () => void };

  private constructor(
    private readonly pool: Pool,
    private readonly utils: WorkerUtils,
  ) {}

  static async open(pool: Pool): Promise<GraphileQueue> {
    const utils = await makeWorkerUtils({ pgPool: pool, logger: silent });
    await utils.migrate();
    return new GraphileQueue(pool, utils);
  }

  /** @param batched - whether it fetches and completes jobs in batches, which is its fastest way */
  async start({ batched }: { batched: boolean }): Promise<void> {
    this.runner = await run({
      pgPool: this.pool,
      logger: silent,
      noHandleSignals: true,
      preset: {
        worker: {
          concurrentJobs: batched ? 24 : 4,
          pollInterval: 1_000,
          ...(batched && {
            localQueue: { size: 500 },
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
          }),
        },
      },
      taskList: {
        [TASK]: async payload => {
          this.started++;
          const { id } = payload as { id: string };
          this.waiting.get(id)?.();
          this.waiting.delete(id);
          if (this.goal && this.started >= this.goal.count) {
            this.goal.reached();
          }
        },
      },
    });
  }

  async stop(): Promise<void> {
    await this.runner?.stop();
    this.runner = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.utils.release();
    await this.pool.end();
  }

  /** Adds a job; answers the milliseconds from then until it ran. */
  async addToRun(id: string): Promise<number> {
    const ran = new Promise<void>(resolve => this.waiting.set(id, resolve));
    await this.utils.addJob(TASK, { id });
    const added = performance.now();
    await ran;
    return Math.max(0, performance.now() - added);
  }

  /** Runs so many jobs that lie in its table; answers jobs per second. */
  async drain(count: number): Promise<number> {
    await this.utils.addJobs(
      Array.from({ length: count }, (_, index) => ({
        identifier: TASK,
        payload: { id: String(index) },
      })),
    );
    const done = new Promise<void>(reached => {
      this.goal = { count: this.started + count, reached };
    });
    const started = performance.now();
    await this.start({ batched: true });
    await done;
    return (count * 1_000) / (performance.now() - started);
  }
}
