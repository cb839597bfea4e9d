import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  MessageHandler,
  OpenSubscription,
  settleInTime,
} from '@changeguard/backstage-plugin-changeguard-node';
import {
  Duration,
  Message,
  Subscription,
  SubscriptionCloseBehaviors,
  SubscriptionOptions,
} from '@google-cloud/pubsub';
import { fromBroker } from './brokerKey';
import { acknowledgeCall, STATUS } from './callOptions';
import { EmulatorHeartbeat } from './EmulatorHeartbeat';
import { explain, statusOf } from './explain';
import { KeyedQueue } from './KeyedQueue';

const REOPEN_MIN_MS = 500;
const REOPEN_MAX_MS = 30_000;
/** Longest pause of the client before it opens a stream again that ended. */
const STREAM_RETRY_MAX_MS = 1_000;
/** The client extends a message's lease while it waits or is handled, but not longer than this. */
const MAX_HOLD_MS = 120_000;
/** What the client gets at the end of `close` to send the last acknowledgements. */
const FLUSH_MS = 1_000;

/** Times of a subscription, in milliseconds. */
export interface SubscriptionTimes {
  /** After this time a handler's signal aborts. */
  handlerDeadlineMs: number;
  /** How long `close` waits for handlers. */
  drainMs: number;
}

/**
 * One replica's share of a subscription: a streaming pull whose messages are handled one at a time per ordering key.
 *
 * When a message of a key is given back, those of the key that wait behind it are given back as well; otherwise they would
 * overtake it. When handlers hang and nothing else gets done, the replica steps back for a while, since another one may be
 * well. Every message is settled here, in time: the client ignores what a handler's promise becomes, and would hold
 * the message for up to an hour.
 *
 * States: streaming ⇄ broken (the stream ended, or the replica stepped back; `reopen` runs after a growing delay) → `close` → draining → closed.
 */
export class GooglePubSubSubscription implements OpenSubscription {
  private readonly queue: KeyedQueue<Message>;
  private readonly cutOff = new AbortController();
  private stream?: Subscription;
  /** Resolves when the streams that were interrupted have let go of their messages. */
  private left: Promise<unknown> = Promise.resolve();
  private reopenTimer?: NodeJS.Timeout;
  private reopenDelayMs = REOPEN_MIN_MS;
  private settledAt = 0;
  private closing?: Promise<void>;
  /** Why there is no stream; undefined while there is one. */
  problem?: string;

  constructor(
    private readonly options: {
      name: string;
      handler: MessageHandler;
      concurrency: number;
      mostSlow: number;
      maxMessages: number;
      times: SubscriptionTimes;
      logger?: LoggerService;
      connect(options: SubscriptionOptions): Subscription;
      /** Called when the subscription is found missing. */
      lost(): void;
      /** Called before a broken stream is opened again, to make what may be missing. */
      heal(): Promise<void>;
    },
  ) {
    this.queue = new KeyedQueue(
      { hands: options.concurrency, mostSlow: options.mostSlow },
      message => this.handle(message),
    );
    this.open();
  }

  close(): Promise<void> {
    this.closing ??= this.drain();
    return this.closing;
  }

  private open(): void {
    const stream = this.options.connect({
      flowControl: {
        maxMessages: this.options.maxMessages,
        allowExcessMessages: true,
      },
      streamingOptions: {
        maxStreams: 1,
        timeout: 30_000,
        // The client's default is a minute; events would wait with it.
        retryMaxBackoff: Duration.from({ milliseconds: STREAM_RETRY_MAX_MS }),
      },
      batching: { maxMilliseconds: 5, callOptions: acknowledgeCall },
      maxAckDeadline: Duration.from({ seconds: 30 }),
      maxExtensionTime: Duration.from({ milliseconds: MAX_HOLD_MS }),
      closeOptions: {
        behavior: SubscriptionCloseBehaviors.WaitForProcessing,
        timeout: Duration.from({
          milliseconds: this.options.times.drainMs + FLUSH_MS,
        }),
      },
    });
    stream.on('message', message => this.receive(message));
    stream.on('error', error => this.broke(stream, error));
    this.stream = stream;
  }

  private broke(stream: Subscription, error: unknown): void {
    if (stream !== this.stream || this.closing) return;
    if (statusOf(error) === STATUS.notFound) this.options.lost();
    this.interrupt(error);
  }

  private stepBack(): void {
    const waiting = this.queue.take();
    if (waiting.length === 0 || this.closing) return;
    this.giveBack(waiting);
    this.interrupt(new Error('its handlers hang'));
  }

  private interrupt(error: unknown): void {
    if (!this.stream) return;
    const { stream } = this;
    this.stream = undefined;
    this.giveBack(this.queue.take());
    this.left = Promise.all([this.left, stream.close().catch(() => {})]);
    this.fail(error);
  }

  private fail(error: unknown): void {
    const { name, logger } = this.options;
    this.problem = explain(`Reading ${name}`, error);
    logger?.warn(`${this.problem}; trying again in ${this.reopenDelayMs} ms`);
    this.reopenTimer = setTimeout(() => this.reopen(), this.reopenDelayMs);
    this.reopenDelayMs = Math.min(REOPEN_MAX_MS, this.reopenDelayMs * 2);
  }

  private async reopen(): Promise<void> {
    try {
      await this.options.heal();
    } catch (error) {
      if (!this.closing) this.fail(error);
      return;
    }
    if (this.closing) return;
    this.problem = undefined;
    this.open();
  }

  private receive(message: Message): void {
    if (EmulatorHeartbeat.isBeat(message)) message.ack();
    else if (this.closing) message.nack();
    else this.queue.add(keyOf(message), message);
  }

  private async handle(message: Message): Promise<void> {
    const startedAt = Date.now();
    if (startedAt - message.received > MAX_HOLD_MS) {
      message.nack();
      return;
    }
    const { handler, name, times, logger } = this.options;
    const id = message.attributes.eventId ?? message.id;
    const { settlement, error } = await settleInTime(
      handler,
      {
        id,
        data: message.data.toString('utf8'),
        ...fromBroker(message.orderingKey ?? '', message.attributes),
        attempt: Math.max(1, message.deliveryAttempt),
      },
      { deadlineMs: times.handlerDeadlineMs, signal: this.cutOff.signal },
    );
    if (settlement === 'ack') {
      message.ack();
      this.settledAt = Date.now();
      this.reopenDelayMs = REOPEN_MIN_MS;
      return;
    }
    if (error && !this.cutOff.signal.aborted) {
      logger?.warn(
        `Event ${id} failed in subscription ${name} and comes again`,
        toError(error),
      );
    }
    this.giveBack([message, ...this.queue.take(keyOf(message))]);
    if (error?.name === 'TimeoutError' && this.settledAt < startedAt) {
      this.stepBack();
    }
  }

  private giveBack(messages: readonly Message[]): void {
    for (const message of messages) message.nack();
  }

  private async drain(): Promise<void> {
    clearTimeout(this.reopenTimer);
    this.giveBack(this.queue.take());
    const timer = setTimeout(
      () => this.cutOff.abort(),
      Math.max(0, this.options.times.drainMs - FLUSH_MS),
    );
    await Promise.all([
      this.stream?.close().catch(() => {}),
      this.left,
      this.queue.idle(),
    ]);
    clearTimeout(timer);
  }
}

/** Messages without a key wait for nobody. */
function keyOf(message: Message): string {
  return message.orderingKey || message.id;
}
