import {
  NotificationTopic,
  NotificationType,
  Severity,
} from '@changeguard/backstage-plugin-changeguard-common';

/** A message to people, the same for every recipient of one event. @public */
export interface ChannelMessage {
  /** The event that caused it; the same for all its recipients. */
  eventId: string;
  /** The schema change it is about. */
  changeId: string;
  /** The changed entity. */
  entityRef: string;
  /** What happened. */
  type: NotificationType;
  /** What people switch on and off in their preferences. */
  topic: NotificationTopic;
  /** The change's. */
  severity: Severity;
  /** Plain text, at most 255 characters. */
  title: string;
  /** Plain text. */
  body: string;
  /** Path inside the portal, starting with a slash. */
  link: string;
  /** When it happened, ISO 8601 UTC. */
  at: string;
  /** Everything the change's own page shows first, for channels that can tell more than a line. */
  change: {
    title: string;
    description: string;
    severity: Severity;
    status: string;
    effectiveAt: string | null;
    sunsetAt: string | null;
    migrationGuide: string | null;
    replacement: string | null;
    findings: { severity: Severity; pointer: string; message: string }[];
  };
  /** The comment, when the message is about one: markdown. */
  comment: { author: string; body: string } | null;
}

/** One (event, channel, recipient) that must reach somebody. @public */
export interface ChannelDelivery {
  /** Stable across attempts. */
  id: string;
  /** A user's entity ref. */
  recipient: string;
  /** Why they are told, in words: `you own component:default/checkout-web`. */
  reason: string;
  /** From 1. */
  attempt: number;
}

/**
 * What became of a delivery. `undeliverable` is final and shown to people (no address); `failed` is retried with growing
 * delays, then dead until an operator replays it; `rejected` is dead at once.
 *
 * @public
 */
export type DeliveryOutcome =
  | { outcome: 'delivered' }
  | { outcome: 'undeliverable'; message: string }
  | { outcome: 'failed'; message: string }
  | { outcome: 'rejected'; message: string };

/**
 * A way to tell people. Which people is ChangeGuard's business: their preferences were asked, and each is named once per
 * event. `send` may be called again for the same delivery after a crash: use its id to keep a second copy recognisable.
 *
 * @public
 */
export interface NotificationChannel {
  /** Lower case letters, digits and dashes; stored with each delivery. */
  id: string;
  /** The subscriber that fills this channel: `notification`, `email`, or the channel's own. Names a subscription. */
  subscriber: string;
  /** Which of a person's preferences switches it. */
  preference: 'inApp' | 'email';
  /** Most deliveries of one event that one call of `send` takes; 1 when left out. */
  batchSize?: number;
  /** Answers one outcome per delivery, in their order. A rejection counts as `failed` for all. */
  send(
    message: ChannelMessage,
    deliveries: readonly ChannelDelivery[],
    context: {
      /** Aborts when what is not answered by then counts as failed. */
      signal: AbortSignal;
      /** W3C Trace Context, when there is one: of the request that caused the message, or of the portal's span of sending it. */
      traceparent?: string;
    },
  ): Promise<DeliveryOutcome[]>;
  /** Whether the channel works, for the health route. */
  health?(): Promise<{ state: 'fine' | 'degraded' | 'away'; message?: string }>;
}
