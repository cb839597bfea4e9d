import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EventTransport,
  MessageHandler,
  OpenSubscription,
  SubscribeOptions,
  TransportHealth,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Round, WorkLoop } from '../actors/WorkLoop';

const subscriptionPrefix = 'changeguard-';
const retryMs = 500;

/** What is done with a subscriber's messages, and how many of them at a time. */
export interface Reader extends SubscribeOptions {
  handler: MessageHandler;
}

/** A subscription's name on the transport. */
export function subscriptionOf(subscriber: string): string {
  return `${subscriptionPrefix}${subscriber}`;
}

/**
 * Keeps the configured transport started and its subscriptions open. One that is away is retried, slower and slower up to
 * every 30 seconds, and never replaced: another replica may still reach it, and two transports would split the portal.
 *
 * States: away → started (topic and subscriptions exist) → open (all subscriptions are read) → back to away by
 * `doubt`, when publishing failed as a whole and the topic may be gone → `close` → closed.
 */
export class TransportConnection {
  private readonly loop: WorkLoop;
  private readonly open = new Map<string, OpenSubscription>();
  private started = false;
  private problem?: string;
  private onStarted?: () => void;

  constructor(
    private readonly deps: {
      transport: EventTransport;
      /** By the id of their subscriber. */
      readers: ReadonlyMap<string, Reader>;
      logger: LoggerService;
    },
  ) {
    this.loop = new WorkLoop({
      name: `The transport ${deps.transport.kind}`,
      work: () => this.connect(),
      pollMs: retryMs,
      logger: deps.logger,
    });
  }

  /** Whether events can be published. */
  get ready(): boolean {
    return this.started;
  }

  /** @param onStarted - called whenever publishing can begin. */
  start(onStarted: () => void): void {
    this.onStarted = onStarted;
    this.loop.start();
  }

  /** Publishing failed: makes sure that topic and subscriptions exist before it goes on. */
  readonly doubt = () => {
    this.started = false;
    this.loop.wake();
  };

  async health(): Promise<TransportHealth> {
    if (!this.started) {
      return { state: 'away', message: this.problem ?? 'It is starting' };
    }
    return this.deps.transport.health();
  }

  /** Ends the reading; what is in hand is finished or given back. Publishing still works until `close`. */
  async stopReading(): Promise<void> {
    await this.loop.stop();
    await Promise.all([...this.open.values()].map(one => one.close()));
    this.open.clear();
  }

  async close(): Promise<void> {
    this.started = false;
    await this.deps.transport.close();
  }

  private async connect(): Promise<Round> {
    const { transport, readers } = this.deps;
    try {
      if (!this.started) {
        const subscriptions = [...readers.keys()].map(subscriptionOf);
        await transport.start({ subscriptions });
        this.started = true;
        this.onStarted?.();
      }
      await this.openMissing();
      this.problem = undefined;
      return 'idle';
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  /** One that cannot be opened does not keep the others closed. */
  private async openMissing(): Promise<void> {
    const { transport, readers, logger } = this.deps;
    const missing = [...readers].filter(([id]) => !this.open.has(id));
    const attempts = await Promise.allSettled(
      missing.map(async ([id, { handler, ...options }]) => {
        const name = subscriptionOf(id);
        this.open.set(id, await transport.subscribe(name, handler, options));
        logger.debug(`Reading ${name}`);
      }),
    );
    const failed = attempts.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }
}
