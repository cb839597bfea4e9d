import { z } from 'zod';
import { entityRefSchema } from './entityRef';
import { instantSchema } from './instant';
import { notificationTypes } from './notification';

/**
 * Where a delivery can stand: `pending` (its first attempt is still to end), `retrying` (at least one attempt failed), `delivered`,
 * `undeliverable` (there is no way to reach this recipient, such as a person without an address), `dead` (refused, or given
 * up after the last attempt). `dead` and `undeliverable` stay until an operator replays them.
 *
 * @public
 */
export const deliveryStates = [
  'pending',
  'retrying',
  'delivered',
  'undeliverable',
  'dead',
] as const;

/** The states that an operator can replay. @public */
export const replayableStates = ['dead', 'undeliverable'] as const;

/** One (event, channel, recipient) that must reach someone. @public */
export const deliverySchema = z.strictObject({
  id: z.uuid(),
  eventId: z.uuid(),
  /** What it tells. */
  eventType: z.enum(notificationTypes),
  changeId: z.uuid(),
  /** Null when the caller may not see the change: operating deliveries does not widen that. */
  changeTitle: z.string().nullable(),
  /** Such as `backstage` or `email`. */
  channel: z.string(),
  /** A user's entity ref. */
  recipient: z.string(),
  /** Why they are told, in words. */
  reason: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int().nonnegative(),
  /** Why the last attempt failed; null when it did not. */
  lastError: z.string().nullable(),
  /** When it is tried (again); null once it has ended. */
  nextAttemptAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  /** When it ended; null while it is pending or retrying. */
  settledAt: z.iso.datetime().nullable(),
});

/** What `GET /deliveries/summary` answers. @public */
export const deliverySummarySchema = z.strictObject({
  /** Channels that have, or ever had, something to deliver. */
  channels: z.array(
    z.strictObject({
      channel: z.string(),
      pending: z.int().nonnegative(),
      retrying: z.int().nonnegative(),
      dead: z.int().nonnegative(),
      undeliverable: z.int().nonnegative(),
      /** Since when the delivery that is longest due has been due; null when none is. */
      oldestDueAt: z.iso.datetime().nullable(),
    }),
  ),
  /** Events on their way to the transport. */
  outbox: z.strictObject({
    unpublished: z.int().nonnegative(),
    oldestAt: z.iso.datetime().nullable(),
  }),
});

const reason = z.string().trim().min(1).max(2_000);

/** What `POST /deliveries/:id/replay` takes. @public */
export const replayDeliverySchema = z.strictObject({
  reason: reason.optional(),
});

/** What `POST /deliveries/replay` takes: which deliveries; without a `state` those that are dead and those that are undeliverable. @public */
export const replayDeliveriesSchema = z.strictObject({
  state: z.enum(replayableStates).optional(),
  channel: z.string().min(1).max(100).optional(),
  eventId: z.uuid().optional(),
  changeId: z.uuid().optional(),
  recipient: entityRefSchema.optional(),
  /** Only what had ended by then. Who repeats the call while there is more names the time of the first, lest what fails again at once comes again without end. */
  settledBefore: instantSchema.optional(),
  reason: reason.optional(),
});

/** What `POST /deliveries/replay` answers. @public */
export const replayedDeliveriesSchema = z.strictObject({
  /** How many are pending again, at most 1,000. */
  replayed: z.int().nonnegative(),
  /** Whether there are more: call again. */
  more: z.boolean(),
});

/** One of {@link deliveryStates}. @public */
export type DeliveryState = (typeof deliveryStates)[number];
/** {@inheritDoc deliverySchema} @public */
export type Delivery = z.infer<typeof deliverySchema>;
/** {@inheritDoc deliverySummarySchema} @public */
export type DeliverySummary = z.infer<typeof deliverySummarySchema>;
/** {@inheritDoc replayDeliveriesSchema} @public */
export type ReplayDeliveries = z.infer<typeof replayDeliveriesSchema>;
/** What a caller may leave out of {@link ReplayDeliveries}. @public */
export type ReplayDeliveriesInput = z.input<typeof replayDeliveriesSchema>;

/** An event that does not get on: it cannot be published, or a subscriber fails on it. Both are tried again without end. @public */
export const failingEventSchema = z.strictObject({
  eventId: z.uuid(),
  /** An event type of ChangeGuard, such as `comment.added`. */
  eventType: z.string(),
  changeId: z.uuid(),
  /** Null when the caller may not see the change. */
  changeTitle: z.string().nullable(),
  /** Who fails on it, such as `notification`; null when it cannot be published. */
  subscriber: z.string().nullable(),
  attempts: z.int().nonnegative(),
  lastError: z.string(),
  /** When the subscriber last failed; null when it cannot be published. */
  lastFailedAt: z.iso.datetime().nullable(),
  /** When publishing is tried again; null when a subscriber fails: its transport knows. */
  nextAttemptAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

/** What `POST /deliveries/events/:id/skip` takes: who is to be spared the event, and why. @public */
export const skipEventSchema = z.strictObject({
  subscriber: z.string().min(1).max(100),
  reason,
});

/** {@inheritDoc failingEventSchema} @public */
export type FailingEvent = z.infer<typeof failingEventSchema>;
