/** A message on its way to, or from, a broker. @public */
export interface TransportMessage {
  /** The event's id; the same on every copy of one event. */
  id: string;
  /** Messages of one key reach each subscription in the order they were published. */
  orderingKey: string;
  /** The event as JSON, at most 256 KB. */
  data: string;
  /** `eventId`, `type`, `schemaVersion`, `changeId`, `traceparent`. */
  attributes: Readonly<Record<string, string>>;
}

/** What became of one message of a batch. @public */
export type PublishOutcome =
  | { outcome: 'published' }
  | { outcome: 'failed'; error: Error };

/** A message as a subscription hands it over. @public */
export interface ReceivedMessage extends TransportMessage {
  /** How often it has been delivered, from 1, where the broker counts; otherwise 1. */
  attempt: number;
}

/** What a handler says of a message: done with it, or bring it again later. @public */
export type Settlement = 'ack' | 'retry';

/** Handles one message. It must settle before its deadline aborts `signal`; a rejection counts as `retry`. @public */
export type MessageHandler = (
  message: ReceivedMessage,
  context: { signal: AbortSignal },
) => Promise<Settlement>;

/** How a subscription's messages are handed over. @public */
export interface SubscribeOptions {
  /** How many messages may be in hand at a time; ten when left out. */
  concurrency?: number;
  /**
   * How many more may be in hand when their handlers have taken long, so that those that hang do not hold up the others: see
   * `Hands`. None when left out: handlers that are slow because what they share is in trouble must not load it with more.
   * A transport that does not know this option never has more in hand than `concurrency`, which is right, too.
   */
  mostSlow?: number;
}

/** An open subscription. @public */
export interface OpenSubscription {
  /** Stops taking messages, waits for those in hand (at most 10 seconds), and gives the rest back. */
  close(): Promise<void>;
}

/** Whether a transport works. @public */
export type TransportHealth =
  | { state: 'fine' }
  | { state: 'degraded' | 'away'; message: string };

/**
 * Carries events from the outbox to the subscriptions.
 *
 * Promises: at least once to every subscription that existed when a message was published; in order per ordering key while
 * nothing fails; a message that is not acknowledged comes again. It promises neither exactly once nor order across
 * failures: the inbox and the events' `sequence` take care of these.
 *
 * States: new → `start` → started (publish and subscribe work; both fail with an error, and are retried by their callers,
 * while the broker is away) → `close` → closed.
 *
 * @public
 */
export interface EventTransport {
  /** What it is, such as `google-pubsub` or `postgres`. */
  readonly kind: string;
  /** Where events go, such as the name of a topic; traces tell it. */
  readonly destination?: string;
  /**
   * Makes sure that the topic and all subscriptions exist, creating them where the transport is configured to. Called again
   * after a failure.
   *
   * @throws Error - with a sentence an operator can act on; nothing may be published before it succeeded, because a topic
   * without its subscriptions loses what it is given.
   */
  start(options: { subscriptions: readonly string[] }): Promise<void>;
  /** Publishes a batch; answers one outcome per message, in their order. Never rejects for a single message. */
  publish(messages: readonly TransportMessage[]): Promise<PublishOutcome[]>;
  /**
   * Starts handing over a subscription's messages, at most `concurrency` at a time and `mostSlow` that have taken long, one at a
   * time per ordering key.
   */
  subscribe(
    subscription: string,
    handler: MessageHandler,
    options?: SubscribeOptions,
  ): Promise<OpenSubscription>;
  /** Whether events can travel now. */
  health(): Promise<TransportHealth>;
  /** Closes what is open; nothing can be published or received afterwards. */
  close(): Promise<void>;
}
