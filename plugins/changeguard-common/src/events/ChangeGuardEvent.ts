import { z } from 'zod';
import { answers } from '../model/consumer';
import { severitySchema } from '../model/finding';
import { changeStatusSchema, schemaFormatSchema } from '../model/schemaChange';

/** The version of the event schemas, sent as the attribute `schemaVersion`. @public */
export const EVENT_SCHEMA_VERSION = '1';

/** Who caused an event. @public */
export const actorSchema = z.object({
  type: z.enum(['user', 'service', 'system']),
  /** A user's entity ref, a service's subject, or `system:<what>`. */
  ref: z.string(),
});

/** The change as it stands after the event, without its long texts. @public */
export const eventChangeFactsSchema = z.object({
  id: z.uuid(),
  entityRef: z.string(),
  ownerRefs: z.array(z.string()),
  title: z.string(),
  format: schemaFormatSchema,
  severity: severitySchema,
  status: changeStatusSchema,
  effectiveAt: z.string().nullable(),
  version: z.int(),
});

/** Fields that changed; long texts are cut and findings counted when the event would grow past its limit. */
const fields = z.record(z.string(), z.unknown()).nullable();

const base = {
  change: eventChangeFactsSchema,
  actor: actorSchema,
  before: fields,
  after: fields,
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
};

const moved = z.object(base);
const commented = z.object({
  ...base,
  comment: z.object({
    id: z.uuid(),
    author: z.string(),
    mentions: z.array(z.string()),
  }),
});
const consumerEvent = z.object({
  ...base,
  consumer: z.object({ id: z.uuid(), entityRef: z.string() }),
});

/** The schema of each event type's `data`; writers and readers of events parse with it. @public */
export const eventDataSchemas = {
  'schema-change.recorded': moved,
  'schema-change.updated': moved,
  'schema-change.announced': moved,
  'schema-change.released': moved,
  'schema-change.resolved': moved,
  'schema-change.withdrawn': moved,
  'schema-change.reopened': moved,
  'schema-change.deleted': moved,
  'audience.snapshotted': z.object({
    ...base,
    audience: z.object({
      /** The event that asked for the snapshot. */
      causedBy: z.uuid(),
      /** Who caused that event; the snapshot itself is ChangeGuard's doing. */
      announcedBy: actorSchema,
      state: z.enum(['complete', 'partial']),
      consumers: z.int(),
      people: z.int(),
    }),
  }),
  'comment.added': commented,
  'comment.edited': commented,
  'comment.deleted': commented,
  'consumer.identified': consumerEvent,
  'consumer.left': consumerEvent,
  'consumer.answered': z.object({
    ...base,
    consumer: z.object({
      id: z.uuid(),
      entityRef: z.string(),
      answer: z.enum(answers),
    }),
  }),
} as const;

/** The name of something that happened to a change. @public */
export type ChangeGuardEventType = keyof typeof eventDataSchemas;

/** All event types. @public */
export const changeGuardEventTypes = Object.keys(
  eventDataSchemas,
) as ChangeGuardEventType[];

/**
 * An immutable fact about a change: a CloudEvents 1.0 JSON envelope. `sequence` counts the events of one change from 1
 * without gaps; `subject` is the change's id.
 *
 * @public
 */
export type ChangeGuardEvent<
  TType extends ChangeGuardEventType = ChangeGuardEventType,
> = {
  [T in TType]: {
    specversion: '1.0';
    id: string;
    source: string;
    type: T;
    subject: string;
    /** When it happened, ISO 8601 UTC. */
    time: string;
    datacontenttype: 'application/json';
    sequence: number;
    data: z.infer<(typeof eventDataSchemas)[T]>;
  };
}[TType];

/** {@inheritDoc actorSchema} @public */
export type Actor = z.infer<typeof actorSchema>;
/** The change as an event carries it. @public */
export type EventChangeFacts = z.infer<typeof eventChangeFactsSchema>;
