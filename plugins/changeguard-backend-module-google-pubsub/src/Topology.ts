import { ServiceUnavailableError } from '@backstage/errors';
import { PubSub, Subscription, Topic } from '@google-cloud/pubsub';
import { adminCall, healthCall, STATUS } from './callOptions';
import { explain, statusOf } from './explain';

/** Seconds that a message may stay with a replica that died before another one gets it. */
const ACK_DEADLINE_S = 30;

const SUBSCRIPTION_SETTINGS = {
  enableMessageOrdering: true,
  ackDeadlineSeconds: ACK_DEADLINE_S,
  retryPolicy: {
    minimumBackoff: { seconds: 1 },
    maximumBackoff: { seconds: 60 },
  },
  // Without it, Pub/Sub deletes a subscription that nobody used for 31 days, with what it holds.
  expirationPolicy: {},
  gaxOpts: adminCall,
};

/**
 * The topic and its subscriptions in Google's project. A subscription belongs to the topic it was made for: when the topic
 * is deleted and made again, the subscription stays with the deleted one and must be made again, too.
 */
export class Topology {
  constructor(
    private readonly pubsub: PubSub,
    private readonly topic: Topic,
    private readonly mode: 'create' | 'verify',
  ) {}

  /** @throws ServiceUnavailableError - with a sentence that says what is missing, or who does not answer. */
  async ensure(subscriptions: readonly string[]): Promise<void> {
    await this.ensureTopic();
    await Promise.all(subscriptions.map(name => this.ensureSubscription(name)));
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

  private async ensureTopic(): Promise<void> {
    const { name } = this.topic;
    if (await exists(this.topic)) return;
    if (this.mode === 'verify') throw missing('topic', name);
    try {
      await this.topic.create(adminCall);
    } catch (error) {
      if (statusOf(error) === STATUS.alreadyExists) return;
      throw unavailable(`Creating ${name}`, error);
    }
  }

  private async ensureSubscription(shortName: string): Promise<void> {
    const subscription = this.pubsub.subscription(shortName);
    const { name } = subscription;
    if (await exists(subscription)) {
      const { metadata } = subscription;
      if (metadata?.topic === this.topic.name) {
        if (metadata.enableMessageOrdering) return;
        throw new ServiceUnavailableError(
          `${name} exists without message ordering, which cannot be switched on: delete it, and it will be made again`,
        );
      }
      if (this.mode === 'verify' || metadata?.topic !== '_deleted-topic_') {
        throw new ServiceUnavailableError(
          `${name} belongs to ${metadata?.topic} instead of ${this.topic.name}: delete it and create it again`,
        );
      }
      await this.deleteOrphan(subscription);
    }
    if (this.mode === 'verify') throw missing('subscription', name);
    try {
      await this.topic.createSubscription(shortName, SUBSCRIPTION_SETTINGS);
    } catch (error) {
      if (statusOf(error) === STATUS.alreadyExists) return;
      throw unavailable(`Creating ${name}`, error);
    }
  }

  private async deleteOrphan(subscription: Subscription): Promise<void> {
    try {
      await subscription.delete(adminCall);
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
