import { setTimeout as pause } from 'timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { PubSub, Subscription, Topic } from '@google-cloud/pubsub';
import { adminCall, deleteCall, healthCall, STATUS } from './callOptions';
import { explain, statusOf } from './explain';
import {
  Difference,
  differencesOf,
  NEW_SUBSCRIPTION,
  obstacleIn,
} from './subscriptionSettings';

/**
 * The topic and its subscriptions in Google's project. A subscription belongs to the topic it was made for: when the topic
 * is deleted and made again, the subscription stays with the deleted one and must be made again, too.
 *
 * Every replica notices that at the same time, and Pub/Sub deletes by name, whatever bears it meanwhile: one that looked before another
 * made the new subscription may delete that, with what was published into it. So whoever finds the old one, or lost the topic, waits for
 * longer than a deletion takes and looks again, until everything was there; nothing is published before.
 *
 * What somebody else made is taken when it can carry events in order, and is otherwise refused. Where it is merely set
 * differently from how we make it, it is given our settings in the mode `create`; what stays different is told.
 */
export class Topology {
  /** What is set differently, in words, by the subscription's short name. */
  private readonly different = new Map<string, string>();
  /** Whether others may be deleting and making what we do. */
  private isUnsettled = false;

  constructor(
    private readonly pubsub: PubSub,
    private readonly topic: Topic,
    private readonly options: {
      mode: 'create' | 'verify';
      /** How long after something was replaced others may still be deleting it, in milliseconds. */
      settleMs: number;
      /** Ends waiting. */
      signal: AbortSignal;
      logger?: LoggerService;
    },
  ) {}

  /** Something was there and is gone, which others notice, too. */
  lost(): void {
    this.isUnsettled = true;
  }

  /** @throws ServiceUnavailableError - with a sentence that says what is missing, or who does not answer. */
  async ensure(subscriptions: readonly string[]): Promise<void> {
    const { mode, settleMs, signal } = this.options;
    await this.ensureAll(subscriptions);
    while (this.isUnsettled && mode === 'create') {
      await pause(settleMs, undefined, { signal });
      this.isUnsettled = !(await this.ensureAll(subscriptions));
    }
  }

  /** What is missing, in words; undefined when nothing is. One call, quickly given up. */
  async missing(subscriptions: readonly string[]): Promise<string | undefined> {
    try {
      const [attached] = await this.topic.getSubscriptions({
        gaxOpts: healthCall,
      });
      const names = attached.map(({ name }) => name.split('/').pop());
      const absent = subscriptions.filter(name => !names.includes(name));
      if (absent.length === 0) return undefined;
      return `${this.topic.name} lacks the subscriptions ${absent.join(', ')}`;
    } catch (error) {
      return explain(`Looking at ${this.topic.name}`, error);
    }
  }

  /** What is set differently from how ChangeGuard makes it, in words; undefined when nothing is. Only what was different is looked at. */
  async differences(): Promise<string | undefined> {
    await Promise.all(
      [...this.different.keys()].map(async shortName => {
        const subscription = this.pubsub.subscription(shortName);
        try {
          const [metadata] = await subscription.getMetadata(healthCall);
          this.remember(shortName, subscription, differencesOf(metadata));
        } catch {
          // What was found last still holds for all that is known; that nobody answers is told elsewhere.
        }
      }),
    );
    return [...this.different.values()].sort().join('; ') || undefined;
  }

  /** Answers whether all subscriptions were there. */
  private async ensureAll(subscriptions: readonly string[]): Promise<boolean> {
    await this.ensureTopic();
    const were = await Promise.all(
      subscriptions.map(name => this.ensureSubscription(name)),
    );
    return were.every(Boolean);
  }

  private async ensureTopic(): Promise<void> {
    const { name } = this.topic;
    if (await exists(this.topic)) return;
    if (this.options.mode === 'verify') throw missing('topic', name);
    try {
      await this.topic.create(adminCall);
    } catch (error) {
      if (statusOf(error) === STATUS.alreadyExists) return;
      throw unavailable(`Creating ${name}`, error);
    }
  }

  /** Answers whether it was there. */
  private async ensureSubscription(shortName: string): Promise<boolean> {
    const { mode } = this.options;
    const subscription = this.pubsub.subscription(shortName);
    const { name } = subscription;
    if (await exists(subscription)) {
      const metadata = subscription.metadata ?? {};
      if (metadata.topic === this.topic.name) {
        await this.adopt(shortName, subscription, metadata);
        return true;
      }
      if (mode === 'verify' || metadata.topic !== '_deleted-topic_') {
        throw new ServiceUnavailableError(
          `${name} belongs to ${metadata.topic} instead of ${this.topic.name}: delete it and create it again`,
        );
      }
      this.isUnsettled = true;
      await this.deleteOrphan(subscription);
    }
    if (mode === 'verify') throw missing('subscription', name);
    try {
      await this.topic.createSubscription(shortName, NEW_SUBSCRIPTION);
      this.different.delete(shortName);
    } catch (error) {
      if (statusOf(error) !== STATUS.alreadyExists) {
        throw unavailable(`Creating ${name}`, error);
      }
    }
    return false;
  }

  /** Takes a subscription of our topic as it is, given our settings where that is allowed. */
  private async adopt(
    shortName: string,
    subscription: Subscription,
    metadata: NonNullable<Subscription['metadata']>,
  ): Promise<void> {
    const obstacle = obstacleIn(metadata);
    if (obstacle) {
      throw new ServiceUnavailableError(
        `${subscription.name} ${obstacle}: delete it, and ${
          this.options.mode === 'create' ? 'it will be made' : 'make it'
        } again`,
      );
    }
    const differences = differencesOf(metadata);
    const left =
      this.options.mode === 'create'
        ? await this.mend(subscription, differences)
        : differences;
    this.remember(shortName, subscription, left);
  }

  /** Sets one thing at a time, since the official emulator refuses some; answers what stays different. Events arrive either way. */
  private async mend(
    subscription: Subscription,
    differences: readonly Difference[],
  ): Promise<Difference[]> {
    const { logger } = this.options;
    const left: Difference[] = [];
    for (const difference of differences) {
      const told = `${subscription.name} ${difference.found}`;
      try {
        await subscription.setMetadata(difference.wanted, adminCall);
        logger?.info(`${told}: it was given the settings of ChangeGuard`);
      } catch (error) {
        logger?.warn(explain(`Setting (${told})`, error));
        left.push(difference);
      }
    }
    return left;
  }

  private remember(
    shortName: string,
    { name }: Subscription,
    differences: readonly Difference[],
  ): void {
    if (differences.length === 0) {
      this.different.delete(shortName);
      return;
    }
    const found = differences.map(each => each.found).join(', ');
    const flags = differences.map(each => each.flags).join(' ');
    const told = `${name} ${found}: run gcloud pubsub subscriptions update ${name} ${flags}`;
    if (this.different.get(shortName) !== told) this.options.logger?.warn(told);
    this.different.set(shortName, told);
  }

  private async deleteOrphan(subscription: Subscription): Promise<void> {
    try {
      await subscription.delete(deleteCall);
    } catch (error) {
      if (statusOf(error) === STATUS.notFound) return;
      throw unavailable(`Deleting ${subscription.name}`, error);
    }
  }
}

async function exists(resource: Topic | Subscription): Promise<boolean> {
  try {
    await resource.getMetadata(adminCall);
    return true;
  } catch (error) {
    if (statusOf(error) === STATUS.notFound) return false;
    throw unavailable(`Looking for ${resource.name}`, error);
  }
}

function missing(kind: string, name: string): ServiceUnavailableError {
  return new ServiceUnavailableError(
    `The Pub/Sub ${kind} ${name} is missing: create it, or set changeguard.googlePubSub.topology to create`,
  );
}

function unavailable(tried: string, error: unknown): ServiceUnavailableError {
  return new ServiceUnavailableError(explain(tried, error), error);
}
