import { toError } from '@backstage/errors';
import {
  handleUnaryCall,
  Server,
  ServerCredentials,
  ServerDuplexStream,
  status,
} from '@grpc/grpc-js';
import { CallError } from './CallError';
import { openGate, PubSubCall, PubSubGate } from './PubSubGate';
import {
  publisherService,
  subscriberService,
  SubscriptionUpdate,
  WireMessage,
  WirePull,
  WireReceivedMessage,
  WireSubscription,
} from './protocol';
import type { PubSubSimulator } from './PubSubSimulator';
import { PullStream } from './PullStream';

type PullCall = ServerDuplexStream<
  WirePull,
  { receivedMessages: WireReceivedMessage[] }
>;

interface AboutTopic {
  topic: string;
}

interface AboutSubscription {
  subscription: string;
}

type AboutMessages = AboutSubscription & { ackIds: string[] };

/** An address of a simulator. Several can lead to the same one, each with a gate of its own. */
export class SimulatorServer {
  private readonly server = new Server({
    'grpc.max_receive_message_length': -1,
  });
  private readonly leaving = new Set<() => void>();
  private port?: number;

  constructor(
    private readonly simulator: PubSubSimulator,
    private readonly gate: PubSubGate = openGate,
  ) {
    this.serve();
  }

  /** @param wanted - the port; any that is free when left out */
  async listen(wanted = 0): Promise<void> {
    this.port = await new Promise<number>((resolve, reject) =>
      this.server.bindAsync(
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

  /** Cuts all connections. */
  close(): void {
    this.server.forceShutdown();
    for (const leave of [...this.leaving]) leave();
  }

  private serve(): void {
    const { server, simulator } = this;
    server.addService(publisherService, {
      createTopic: this.unary('createTopic', ({ name }: { name: string }) =>
        simulator.createTopic(name),
      ),
      getTopic: this.unary('getTopic', ({ topic }: AboutTopic) =>
        simulator.getTopic(topic),
      ),
      deleteTopic: this.unary('deleteTopic', ({ topic }: AboutTopic) => {
        simulator.deleteTopic(topic);
        return {};
      }),
      listTopicSubscriptions: this.unary(
        'listTopicSubscriptions',
        ({ topic }: AboutTopic) => simulator.listTopicSubscriptions(topic),
      ),
      publish: this.unary(
        'publish',
        (request: { topic: string; messages: WireMessage[] }) =>
          simulator.publish(request),
        ({ messages }) => ({ messages }),
      ),
    });
    server.addService(subscriberService, {
      createSubscription: this.unary(
        'createSubscription',
        (request: WireSubscription) => simulator.createSubscription(request),
        ({ name }) => ({ subscription: lastPart(name) }),
      ),
      getSubscription: this.unary(
        'getSubscription',
        ({ subscription }: AboutSubscription) =>
          simulator.getSubscription(subscription),
        about,
      ),
      updateSubscription: this.unary(
        'updateSubscription',
        (request: SubscriptionUpdate) => simulator.updateSubscription(request),
        ({ subscription }) => ({ subscription: lastPart(subscription.name) }),
      ),
      deleteSubscription: this.unary(
        'deleteSubscription',
        ({ subscription }: AboutSubscription) => {
          simulator.deleteSubscription(subscription);
          return {};
        },
        about,
      ),
      acknowledge: this.unary(
        'acknowledge',
        ({ subscription, ackIds }: AboutMessages) => {
          simulator.subscription(subscription).acknowledge(ackIds);
          return {};
        },
        request => this.aboutMessages(request),
      ),
      modifyAckDeadline: this.unary(
        'modifyAckDeadline',
        ({
          subscription,
          ackIds,
          ackDeadlineSeconds,
        }: AboutMessages & { ackDeadlineSeconds: number }) => {
          simulator
            .subscription(subscription)
            .modifyDeadline(ackIds, ackDeadlineSeconds);
          return {};
        },
        request => this.aboutMessages(request),
      ),
      streamingPull: (call: PullCall) => this.streamingPull(call),
    });
  }

  private unary<TRequest, TResponse>(
    name: string,
    answer: (request: TRequest) => TResponse | Promise<TResponse>,
    describe: (request: TRequest) => Partial<PubSubCall> = () => ({}),
  ): handleUnaryCall<TRequest, TResponse> {
    return async ({ request }, callback) => {
      try {
        const call = { name, ...describe(request) };
        const effect = () => answered(() => answer(request));
        callback(null, await this.gate.call(call, effect));
      } catch (error) {
        callback({ code: codeOf(error), details: toError(error).message });
      }
    };
  }

  private aboutMessages({ subscription, ackIds }: AboutMessages) {
    return {
      ...about({ subscription }),
      messages: this.simulator.subscription(subscription).messagesOf(ackIds),
    };
  }

  private streamingPull(call: PullCall): void {
    let leave = () => {};
    let first: WirePull | undefined;
    const fail = (error: unknown) => {
      leave();
      call.emit('error', new CallError(codeOf(error), toError(error).message));
    };
    const stream = {
      breakOff: () =>
        fail(new CallError(status.UNAVAILABLE, 'The stream was broken off')),
    };
    const open = async (request: WirePull) => {
      const subscription = this.simulator.subscription(request.subscription);
      const name = lastPart(request.subscription);
      const pull = new PullStream(
        this.simulator.leaseMs ?? request.streamAckDeadlineSeconds * 1_000,
        {
          messages: request.maxOutstandingMessages,
          bytes: request.maxOutstandingBytes,
        },
        receivedMessages =>
          this.gate.deliver(
            {
              name: 'deliver',
              subscription: name,
              messages: receivedMessages.map(({ message }) => message),
              stream,
            },
            () => call.write({ receivedMessages }),
          ),
        (code, details) => fail(new CallError(code, details)),
      );
      leave = () => {
        subscription.detach(pull);
        this.leaving.delete(leave);
      };
      this.leaving.add(leave);
      subscription.attach(pull);
    };
    call.on('data', (request: WirePull) => {
      if (first) {
        // The client's keep-alive wants an answer.
        if (first.protocolVersion >= 1) {
          this.gate.deliver(
            { name: 'keepAlive', ...about(first), messages: [], stream },
            () => call.write({ receivedMessages: [] }),
          );
        }
        return;
      }
      first = request;
      this.gate
        .call({ name: 'streamingPull', ...about(request), stream }, () =>
          answered(() => open(request)),
        )
        .catch(fail);
    });
    call.on('cancelled', () => leave());
    call.on('error', () => leave());
    call.on('end', () => {
      leave();
      call.end();
    });
  }
}

function about({ subscription }: AboutSubscription) {
  return { subscription: lastPart(subscription) };
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** What goes wrong in the simulator itself is not taken for a gate's doing. */
async function answered<T>(answer: () => T | Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new CallError(status.INTERNAL, toError(error).message);
  }
}

function codeOf(error: unknown): status {
  return error instanceof CallError ? error.code : status.UNAVAILABLE;
}
