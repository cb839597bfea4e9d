import { toError } from '@backstage/errors';
import {
  handleUnaryCall,
  Server,
  ServerCredentials,
  ServerDuplexStream,
  status,
} from '@grpc/grpc-js';
import {
  publisherService,
  subscriberService,
  WireMessage,
  WirePull,
  WireReceivedMessage,
  WireSubscription,
} from './protocol';
import { PullStream } from './PullStream';
import { SimulatedSubscription } from './SimulatedSubscription';

/** What happens to a call of Publish instead of its success. */
export type PublishFault =
  | { when: 'before' | 'after'; code: status }
  /** Never answered. */
  | { when: 'hang' };

class CallError extends Error {
  constructor(readonly code: status, message: string) {
    super(message);
  }
}

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
  private readonly server = new Server({
    'grpc.max_receive_message_length': -1,
  });
  private published = 0;
  private port?: number;

  /** `backoffMs` replaces the subscriptions' own retry policies. */
  constructor(private readonly options: { backoffMs?: number } = {}) {}

  /** Messages published so far, to whichever topic. */
  get publishedCount(): number {
    return this.published;
  }

  /** @param wanted - the port; any that is free when left out */
  async listen(wanted = 0): Promise<void> {
    const { server } = this;
    server.addService(publisherService, {
      createTopic: unary(({ name }: { name: string }) =>
        this.createTopic(name),
      ),
      getTopic: unary(({ topic }: { topic: string }) => this.getTopic(topic)),
      deleteTopic: unary(({ topic }: { topic: string }) => {
        this.deleteTopic(topic);
        return {};
      }),
      listTopicSubscriptions: unary(({ topic }: { topic: string }) =>
        this.listTopicSubscriptions(topic),
      ),
      publish: unary((request: { topic: string; messages: WireMessage[] }) =>
        this.publish(request),
      ),
    });
    server.addService(subscriberService, {
      createSubscription: unary((request: WireSubscription) =>
        this.createSubscription(request),
      ),
      getSubscription: unary(({ subscription }: { subscription: string }) => {
        const { settings, topic } = this.subscription(subscription);
        return { ...settings, topic };
      }),
      updateSubscription: unary(
        (request: {
          subscription: WireSubscription;
          updateMask: { paths: string[] };
        }) => this.updateSubscription(request),
      ),
      deleteSubscription: unary(
        ({ subscription }: { subscription: string }) => {
          this.deleteSubscription(subscription);
          return {};
        },
      ),
      acknowledge: unary(
        (request: { subscription: string; ackIds: string[] }) => {
          this.subscription(request.subscription).acknowledge(request.ackIds);
          return {};
        },
      ),
      modifyAckDeadline: unary(
        (request: {
          subscription: string;
          ackIds: string[];
          ackDeadlineSeconds: number;
        }) => {
          this.subscription(request.subscription).modifyDeadline(
            request.ackIds,
            request.ackDeadlineSeconds,
          );
          return {};
        },
      ),
      streamingPull: (
        call: ServerDuplexStream<
          WirePull,
          { receivedMessages: WireReceivedMessage[] }
        >,
      ) => this.streamingPull(call),
    });
    this.port = await new Promise<number>((resolve, reject) =>
      server.bindAsync(
        `127.0.0.1:${wanted}`,
        ServerCredentials.createInsecure(),
        (error, port) => (error ? reject(error) : resolve(port)),
      ),
    );
  }

  /** For `emulatorHost`. */
  get host(): string {
    if (!this.port) throw new Error('The simulator does not listen yet');
    return `127.0.0.1:${this.port}`;
  }

  /** A subscription by its full or last name. */
  subscription(name: string): SimulatedSubscription {
    const found = [...this.subscriptions].find(
      ([key]) => key === name || key.endsWith(`/${name}`),
    );
    if (!found) throw notFound(name);
    return found[1];
  }

  subscriptionNames(): string[] {
    return [...this.subscriptions.keys()];
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
    this.server.forceShutdown();
  }

  private createTopic(name: string) {
    if (this.topics.has(name)) {
      throw new CallError(status.ALREADY_EXISTS, `${name} exists`);
    }
    this.topics.add(name);
    return { name };
  }

  private getTopic(name: string) {
    if (!this.topics.has(name)) throw notFound(name);
    return { name };
  }

  private listTopicSubscriptions(topic: string) {
    this.getTopic(topic);
    return {
      subscriptions: [...this.subscriptions.values()]
        .filter(subscription => subscription.topic === topic)
        .map(({ settings }) => settings.name),
    };
  }

  private createSubscription(request: WireSubscription) {
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
  private updateSubscription(request: {
    subscription: WireSubscription;
    updateMask: { paths: string[] };
  }) {
    const { settings, topic } = this.subscription(request.subscription.name);
    const { ackDeadlineSeconds, retryPolicy, expirationPolicy } =
      request.subscription;
    const given = new Map<string, Partial<WireSubscription>>([
      ['ack_deadline_seconds', { ackDeadlineSeconds }],
      ['retry_policy', { retryPolicy }],
      ['expiration_policy', { expirationPolicy }],
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

  private async publish(request: { topic: string; messages: WireMessage[] }) {
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

  private streamingPull(
    call: ServerDuplexStream<
      WirePull,
      { receivedMessages: WireReceivedMessage[] }
    >,
  ): void {
    let leave = () => {};
    let first: WirePull | undefined;
    call.on('data', (request: WirePull) => {
      if (first) {
        // The client's keep-alive wants an answer.
        if (first.protocolVersion >= 1) call.write({ receivedMessages: [] });
        return;
      }
      first = request;
      const name = request.subscription;
      const subscription = this.subscriptions.get(name);
      if (!subscription) {
        call.emit('error', notFound(name));
        return;
      }
      const stream = new PullStream(
        request.streamAckDeadlineSeconds * 1_000,
        {
          messages: request.maxOutstandingMessages,
          bytes: request.maxOutstandingBytes,
        },
        receivedMessages => call.write({ receivedMessages }),
        (code, details) => call.emit('error', new CallError(code, details)),
      );
      leave = () => subscription.detach(stream);
      subscription.attach(stream);
    });
    call.on('cancelled', () => leave());
    call.on('error', () => leave());
    call.on('end', () => {
      leave();
      call.end();
    });
  }
}

function notFound(name: string): CallError {
  return new CallError(
    status.NOT_FOUND,
    `Resource not found (resource=${name})`,
  );
}

function unary<TRequest, TResponse>(
  answer: (request: TRequest) => TResponse | Promise<TResponse>,
): handleUnaryCall<TRequest, TResponse> {
  return async (call, callback) => {
    try {
      callback(null, await answer(call.request));
    } catch (error) {
      const code = error instanceof CallError ? error.code : status.INTERNAL;
      callback({ code, details: toError(error).message });
    }
  };
}
