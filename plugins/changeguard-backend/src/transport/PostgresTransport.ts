import { LoggerService } from '@backstage/backend-plugin-api';
import {
  InputError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  EventTransport,
  MessageHandler,
  OpenSubscription,
  PublishOutcome,
  SubscribeOptions,
  TransportHealth,
  TransportMessage,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { deleteExpiredMessages } from './operations/deleteExpiredMessages';
import { insertMessages } from './operations/insertMessages';
import {
  PostgresSubscription,
  SubscriptionTimes,
} from './PostgresSubscription';
import { retryDelay } from './retryDelay';
import { WakeUpLine } from './WakeUpLine';

/** How long a message waits for a subscriber at most; the same as Pub/Sub's default. */
const RETENTION_DAYS = 7;
const CONCURRENCY = 10;

const TIMES: SubscriptionTimes = {
  leaseMs: 30_000,
  pollMs: 1_000,
  drainMs: 10_000,
  retryDelayMs: attempt => retryDelay(attempt, Math.random),
};

/**
 * The embedded transport, for portals without a broker: a row per (event, subscription) in `transport_messages`, leased by
 * the replicas. A row is written for each subscription that was started when its event was published.
 *
 * States: those of {@link EventTransport}.
 */
export class PostgresTransport implements EventTransport {
  readonly kind = 'postgres';
  private readonly open = new Set<PostgresSubscription>();
  private readonly wakeUpLine: WakeUpLine;
  private readonly times: SubscriptionTimes;
  private subscriptions?: readonly string[];

  constructor(
    private readonly knex: Knex,
    private readonly options: Partial<SubscriptionTimes> & {
      logger?: LoggerService;
    } = {},
  ) {
    const { logger: _, ...times } = options;
    this.times = { ...TIMES, ...times };
    this.wakeUpLine = new WakeUpLine(knex);
  }

  async start({ subscriptions }: { subscriptions: readonly string[] }) {
    if (subscriptions.length === 0) {
      throw new InputError('The transport was given no subscriptions');
    }
    await deleteExpiredMessages(this.knex, RETENTION_DAYS);
    this.subscriptions = [...new Set(subscriptions)];
  }

  async publish(
    messages: readonly TransportMessage[],
  ): Promise<PublishOutcome[]> {
    const subscriptions = this.started();
    if (messages.length === 0) return [];
    try {
      await insertMessages(this.knex, messages, subscriptions);
    } catch (error) {
      return messages.map(() => ({ outcome: 'failed', error: toError(error) }));
    }
    this.wakeUpLine.ring();
    return messages.map(() => ({ outcome: 'published' }));
  }

  async subscribe(
    name: string,
    handler: MessageHandler,
    { concurrency = CONCURRENCY, mostSlow = 0 }: SubscribeOptions = {},
  ): Promise<OpenSubscription> {
    if (!this.started().includes(name)) {
      throw new InputError(`The transport was started without ${name}`);
    }
    const { knex, times } = this;
    const { logger } = this.options;
    const subscription = new PostgresSubscription({
      knex,
      name,
      handler,
      concurrency,
      mostSlow,
      times,
      logger,
    });
    this.open.add(subscription);
    this.wakeUpLine.add(subscription.ring);
    return { close: () => this.closeSubscription(subscription) };
  }

  async health(): Promise<TransportHealth> {
    if (!this.subscriptions) {
      return { state: 'away', message: 'The transport is not started' };
    }
    try {
      await this.knex.raw('select 1 from transport_messages limit 1');
    } catch (error) {
      return { state: 'away', message: toError(error).message };
    }
    const failing = [...this.open].find(({ problem }) => problem);
    return failing?.problem
      ? { state: 'degraded', message: failing.problem.message }
      : { state: 'fine' };
  }

  async close(): Promise<void> {
    this.subscriptions = undefined;
    await Promise.all(
      [...this.open].map(subscription => this.closeSubscription(subscription)),
    );
    await this.wakeUpLine.close();
  }

  private async closeSubscription(subscription: PostgresSubscription) {
    this.wakeUpLine.remove(subscription.ring);
    await subscription.close();
    this.open.delete(subscription);
  }

  private started(): readonly string[] {
    if (!this.subscriptions) {
      throw new ServiceUnavailableError('The transport is not started');
    }
    return this.subscriptions;
  }
}
