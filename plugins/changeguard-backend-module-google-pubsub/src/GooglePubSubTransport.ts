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
import { PubSub, Topic } from '@google-cloud/pubsub';
import { toBroker } from './brokerKey';
import { publishCall, STATUS } from './callOptions';
import { GooglePubSubConfig } from './config';
import { connectPubSub } from './connectPubSub';
import { EmulatorHeartbeat } from './EmulatorHeartbeat';
import { statusOf } from './explain';
import {
  GooglePubSubSubscription,
  SubscriptionTimes,
} from './GooglePubSubSubscription';
import { Topology } from './Topology';

const CONCURRENCY = 10;
/** Longer than a subscription is being deleted, see `deleteCall`. */
const SETTLE_MS = 3_000;
const TIMES: SubscriptionTimes = { handlerDeadlineMs: 24_000, drainMs: 9_000 };

/**
 * Google Pub/Sub as an event transport: one topic, an ordered subscription per subscriber.
 *
 * States: those of {@link EventTransport}. While started: ready ⇄ lost (topic or a subscription was found missing; nothing is
 * published until they are there again, which `start`, the next `publish` and broken subscriptions see to).
 */
export class GooglePubSubTransport implements EventTransport {
  readonly kind = 'google-pubsub';
  readonly destination: string;
  private readonly pubsub: PubSub;
  private readonly topic: Topic;
  private readonly topology: Topology;
  private readonly open = new Set<GooglePubSubSubscription>();
  private readonly publishing = new Set<Promise<unknown>>();
  private readonly times: SubscriptionTimes;
  private readonly heartbeat?: EmulatorHeartbeat;
  private subscriptions: readonly string[] = [];
  private started = false;
  /** Whether topic and subscriptions were there when last heard of. */
  private ready = false;
  private readonly closed = new AbortController();
  private healing?: Promise<void>;
  private closing?: Promise<void>;

  constructor(
    private readonly config: GooglePubSubConfig,
    private readonly options: Partial<SubscriptionTimes> & {
      logger?: LoggerService;
      heartbeatMs?: number;
      /** How long nothing is published after topic or subscriptions were lost, until they are seen to stay. */
      settleMs?: number;
    } = {},
  ) {
    const { logger, heartbeatMs, settleMs = SETTLE_MS, ...times } = options;
    this.times = { ...TIMES, ...times };
    this.destination = config.topic;
    this.pubsub = connectPubSub(config);
    this.topic = this.pubsub.topic(config.topic, {
      messageOrdering: true,
      // The relay publishes in batches already; a call carries the messages of one key, so waiting gains nothing.
      batching: { maxMilliseconds: 1, maxMessages: 100 },
      gaxOpts: publishCall,
    });
    this.topology = new Topology(this.pubsub, this.topic, {
      mode: config.topology,
      settleMs,
      signal: this.closed.signal,
      logger,
    });
    if (config.emulatorHost) {
      this.heartbeat = new EmulatorHeartbeat(
        this.pubsub.topic(config.topic),
        heartbeatMs,
      );
    }
  }

  async start({ subscriptions }: { subscriptions: readonly string[] }) {
    if (subscriptions.length === 0) {
      throw new InputError('The transport was given no subscriptions');
    }
    this.subscriptions = [...new Set(subscriptions)];
    this.ready = false;
    await this.heal();
    this.started = true;
  }

  async publish(
    messages: readonly TransportMessage[],
  ): Promise<PublishOutcome[]> {
    this.refuseUnlessStarted();
    const work = this.publishBatch(messages);
    this.publishing.add(work);
    try {
      return await work;
    } finally {
      this.publishing.delete(work);
    }
  }

  async subscribe(
    name: string,
    handler: MessageHandler,
    { concurrency = CONCURRENCY, mostSlow = 0 }: SubscribeOptions = {},
  ): Promise<OpenSubscription> {
    this.refuseUnlessStarted();
    if (!this.subscriptions.includes(name)) {
      throw new InputError(`The transport was started without ${name}`);
    }
    const subscription = new GooglePubSubSubscription({
      name,
      handler,
      concurrency,
      mostSlow,
      maxMessages: Math.max(concurrency, this.config.maxMessages),
      times: this.times,
      logger: this.options.logger,
      connect: options => this.pubsub.subscription(name, options),
      lost: () => this.lost(),
      heal: () => this.heal(),
    });
    this.open.add(subscription);
    return { close: () => this.closeSubscription(subscription) };
  }

  async health(): Promise<TransportHealth> {
    if (!this.started || this.closing) {
      return { state: 'away', message: 'The transport is not started' };
    }
    const missing = await this.topology.missing(this.subscriptions);
    if (missing) return { state: 'away', message: missing };
    const broken = [...this.open].find(({ problem }) => problem);
    const problem = broken?.problem ?? (await this.topology.differences());
    return problem
      ? { state: 'degraded', message: problem }
      : { state: 'fine' };
  }

  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  /** Makes or checks topic and subscriptions, once at a time. */
  private heal(): Promise<void> {
    this.healing ??= this.topology
      .ensure(this.subscriptions)
      .then(() => {
        this.ready = true;
      })
      .finally(() => {
        this.healing = undefined;
      });
    return this.healing;
  }

  private lost(): void {
    this.ready = false;
    this.topology.lost();
  }

  private refuseUnlessStarted(): void {
    if (!this.started || this.closing) {
      throw new ServiceUnavailableError('The transport is not started');
    }
  }

  private async publishBatch(
    messages: readonly TransportMessage[],
  ): Promise<PublishOutcome[]> {
    if (!this.ready) {
      try {
        await this.heal();
      } catch (error) {
        return messages.map(() => ({
          outcome: 'failed',
          error: toError(error),
        }));
      }
    }
    return Promise.all(messages.map(message => this.publishOne(message)));
  }

  private async publishOne(message: TransportMessage): Promise<PublishOutcome> {
    const { orderingKey, attributes } = toBroker(
      message,
      this.config.orderingKeys,
    );
    try {
      await this.topic.publishMessage({
        data: Buffer.from(message.data, 'utf8'),
        attributes,
        orderingKey,
      });
      return { outcome: 'published' };
    } catch (error) {
      // The client refuses further messages of the key until it is told to go on.
      this.topic.resumePublishing(orderingKey);
      if (statusOf(error) === STATUS.notFound) this.lost();
      return { outcome: 'failed', error: toError(error) };
    }
  }

  private async closeSubscription(subscription: GooglePubSubSubscription) {
    await subscription.close();
    this.open.delete(subscription);
  }

  private async shutDown(): Promise<void> {
    this.heartbeat?.stop();
    this.closed.abort();
    await Promise.all([
      ...[...this.open].map(each => this.closeSubscription(each)),
      withinTime(Promise.allSettled(this.publishing), this.times.drainMs),
    ]);
    await this.pubsub.close();
  }
}

async function withinTime(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
