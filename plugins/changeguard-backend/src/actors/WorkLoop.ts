import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { WakeUp } from '../transport/WakeUp';

/** What a round of work says: there may be more at once, or nothing until somebody rings or the poll comes. */
export type Round = 'more' | 'idle';

const slowestPollMs = 30_000;

/**
 * Calls `work` until it says `idle`, waits for a `wake` or the poll, and starts over; never two rounds at a time. A round that
 * throws is logged once per outage and slows the poll down until one succeeds.
 *
 * States: new → `start` → working → resting → waiting → working … → `stop` → stopping (the round in hand ends) → stopped. A rest is for
 * work that is cheaper done together: who rings meanwhile is heard after it, who rings later is heard at once.
 */
export class WorkLoop {
  private readonly wakeUp = new WakeUp();
  private readonly stopBell = new WakeUp();
  private readonly stopping = new AbortController();
  private running?: Promise<void>;
  private failures = 0;

  constructor(
    private readonly options: {
      name: string;
      work: (signal: AbortSignal) => Promise<Round>;
      pollMs: number;
      /** Between a round that says `idle` and the next, at least; by default there is no rest. */
      restMs?: number;
      logger: LoggerService;
    },
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  readonly wake = () => this.wakeUp.ring();

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeUp.ring();
    this.stopBell.ring();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const round = await this.round(signal);
      if (round === 'more' || signal.aborted) continue;
      const { restMs } = this.options;
      if (restMs) await this.stopBell.wait(restMs);
      await this.wakeUp.wait(
        this.failures === 0
          ? this.options.pollMs
          : Math.min(slowestPollMs, this.options.pollMs * 2 ** this.failures),
      );
    }
  }

  private async round(signal: AbortSignal): Promise<Round> {
    const { name, work, logger } = this.options;
    try {
      const round = await work(signal);
      if (this.failures > 0) logger.info(`${name} works again`);
      this.failures = 0;
      return round;
    } catch (error) {
      if (this.failures === 0 && !signal.aborted) {
        logger.warn(`${name} failed and tries again`, toError(error));
      }
      this.failures++;
      return 'idle';
    }
  }
}
