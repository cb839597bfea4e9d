import { status } from '@grpc/grpc-js';
import { CallError, notFound } from './CallError';
import { SubscriptionUpdate, WireMessage, WireSubscription } from './protocol';
import { SimulatedSubscription } from './SimulatedSubscription';
import { SimulatorServer } from './SimulatorServer';

/** What happens to a call of Publish instead of its success. */
export type PublishFault =
  | { when: 'before' | 'after'; code: status }
  /** Never answered. */
  | { when: 'hang' };

/**
 * Google Pub/Sub for tests: the calls that the transport makes, with ordering keys, leases, retry policy and flow control
 * as documented, and faults on demand. Closer to the real service than the official emulator where a message of a key is
 * given back: the later ones of the key come again, too.
 */
export class PubSubSimulator {
  readonly publishFaults: PublishFault[] = [];
  /** Settings of subscriptions that cannot be changed here, such as `expiration_policy` on the official emulator. */
  readonly unchangeable: string[] = [];
  private readonly topics = new Set<string>();
  private readonly subscriptions = new Map<string, SimulatedSubscription>();
  private readonly server = new SimulatorServer(this);
  private published = 0;

  /** `backoffMs` replaces the subscriptions' own retry policies, `leaseMs` the deadline that clients ask for. */
  constructor(
    private readonly options: { backoffMs?: number; leaseMs?: number } = {},
  ) {}

  get leaseMs(): number | undefined {
    return this.options.leaseMs;
  }

  /** Messages published so far, to whichever topic. */
  get publishedCount(): number {
    return this.published;
  }

  /** @param wanted - the port; any that is free when left out */
  listen(wanted = 0): Promise<void> {
    return this.server.listen(wanted);
  }

  /** For `emulatorHost`. */
  get host(): string {
    return this.server.host;
  }

  /** A subscription by its full or last name. */
  subscription(name: string): SimulatedSubscription {
    const found = [...this.subscriptions].find(
      ([key]) => key === name || key.endsWith(`/${name}`),
    );
    if (!found) throw notFound(name);
    return found[1];
  }

  getSubscription(name: string) {
    const { settings, topic } = this.subscription(name);
    return { ...settings, topic };
  }

  subscriptionNames(): string[] {
    return [...this.subscriptions.keys()];
  }

  /** Messages that a subscription waits to be acknowledged, of all subscriptions. */
  get backlog(): number {
    return [...this.subscriptions.values()].reduce(
      (sum, { backlog }) => sum + backlog,
      0,
    );
  }

  /** Ends the leases of all messages, as the time that they take would. */
  expireLeases(): void {
    for (const subscription of this.subscriptions.values()) {
      subscription.expireLeases();
    }
  }

  /** As an administrator would: the subscriptions stay, without a topic. */
  deleteTopic(name: string): void {
    const [topic] = [...this.topics].filter(
      key => key === name || key.endsWith(`/${name}`),
    );
    if (!topic) throw notFound(name);
    this.topics.delete(topic);
    for (const subscription of this.subscriptions.values()) {
      if (subscription.topic === topic) subscription.topic = '_deleted-topic_';
    }
  }

  deleteSubscription(name: string): void {
    const subscription = this.subscription(name);
    this.subscriptions.delete(subscription.settings.name);
    subscription.remove();
  }

  async close(): Promise<void> {
    for (const name of this.subscriptionNames()) this.deleteSubscription(name);
    this.server.close();
  }

  createTopic(name: string) {
    if (this.topics.has(name)) {
      throw new CallError(status.ALREADY_EXISTS, `${name} exists`);
    }
    this.topics.add(name);
    return { name };
  }

  getTopic(name: string) {
    if (!this.topics.has(name)) throw notFound(name);
    return { name };
  }

  listTopicSubscriptions(topic: string) {
    this.getTopic(topic);
    return {
      subscriptions: [...this.subscriptions.values()]
        .filter(subscription => subscription.topic === topic)
        .map(({ settings }) => settings.name),
    };
  }

  createSubscription(request: WireSubscription) {
    this.getTopic(request.topic);
    if (this.subscriptions.has(request.name)) {
      throw new CallError(status.ALREADY_EXISTS, `${request.name} exists`);
    }
    this.subscriptions.set(
      request.name,
      new SimulatedSubscription(request, this.options.backoffMs),
    );
    return request;
  }

  /** Settings that the real service changes, of those that the transport gives. */
  updateSubscription(request: SubscriptionUpdate) {
    const { settings, topic } = this.subscription(request.subscription.name);
    const {
      ackDeadlineSeconds,
      retryPolicy,
      expirationPolicy,
      messageRetentionDuration,
    } = request.subscription;
    const given = new Map<string, Partial<WireSubscription>>([
      ['ack_deadline_seconds', { ackDeadlineSeconds }],
      ['retry_policy', { retryPolicy }],
      ['expiration_policy', { expirationPolicy }],
      ['message_retention_duration', { messageRetentionDuration }],
    ]);
    for (const path of request.updateMask.paths) {
      const setting = this.unchangeable.includes(path)
        ? undefined
        : given.get(path);
      if (!setting) {
        throw new CallError(
          status.INVALID_ARGUMENT,
          `The ${path} field in the Subscription is not mutable`,
        );
      }
      Object.assign(settings, setting);
    }
    return { ...settings, topic };
  }

  async publish(request: { topic: string; messages: WireMessage[] }) {
    const fault = this.publishFaults.shift();
    if (fault?.when === 'hang') return new Promise<never>(() => {});
    if (fault?.when === 'before') throw new CallError(fault.code, 'injected');
    this.getTopic(request.topic);
    const keys = new Set(request.messages.map(each => each.orderingKey));
    if (keys.size !== 1) {
      throw new CallError(
        status.INVALID_ARGUMENT,
        'All messages of one request must have the same ordering key',
      );
    }
    const messageIds = request.messages.map(message => {
      this.published += 1;
      const stored = { ...message, messageId: String(this.published) };
      for (const subscription of this.subscriptions.values()) {
        if (subscription.topic === request.topic) subscription.add(stored);
      }
      return stored.messageId;
    });
    if (fault) throw new CallError(fault.code, 'injected');
    return { messageIds };
  }
}
