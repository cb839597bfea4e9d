import { z } from 'zod';
import { instantSchema } from './instant';

/** What a consumer's team can say. @public */
export const answers = [
  'acknowledged',
  'not_affected',
  'migrating',
  'blocked',
  'migrated',
] as const;

/** Where an affected consumer can stand: not told, told, or one of the answers; `waived` is a granted exception. @public */
export const answerStates = [
  'identified',
  'notified',
  ...answers,
  'waived',
] as const;

/** {@inheritDoc answerStates} @public */
export const answerStateSchema = z.enum(answerStates);

/** What `PUT /schema-changes/:id/consumers/:consumerId` takes. @public */
export const answerSchema = z.strictObject({
  state: z.enum(answers),
  note: z.string().max(4_000).nullable().default(null),
  /** When the team expects to be done. */
  expectedAt: instantSchema.nullable().default(null),
});

/**
 * How far the list of affected consumers has come: `none` (a draft), `resolving`, `complete`, or `partial` when the
 * catalog could not be read whole, which is retried.
 *
 * @public
 */
export const audienceStates = [
  'none',
  'resolving',
  'complete',
  'partial',
] as const;

/** The affected consumers of a change in numbers. @public */
export const consumerCountsSchema = z.strictObject({
  state: z.enum(audienceStates),
  total: z.int().nonnegative(),
  /** How many of them the caller may not see in the catalog. `null` in lists, where it is not worked out. */
  hidden: z.int().nonnegative().nullable(),
  byAnswer: z.partialRecord(answerStateSchema, z.int().nonnegative()),
});

/**
 * One step of a catalog path: `from` has the relation `type` to `to`, all entity refs. Read as a sentence, e.g.
 * `component:default/checkout-web` `consumesApi` `api:default/orders`.
 *
 * @public
 */
export const catalogStepSchema = z.strictObject({
  from: z.string(),
  type: z.string(),
  to: z.string(),
});

/** One entity that a change touches. @public */
export const affectedConsumerSchema = z.strictObject({
  id: z.uuid(),
  entityRef: z.string(),
  ownerRefs: z.array(z.string()),
  /** Whether the consumer uses the changed entity itself, rather than something in between. */
  direct: z.boolean(),
  /** Why: each path leads from the consumer to the changed entity, shortest first. */
  paths: z.array(z.array(catalogStepSchema)),
  /** Other proof of use (traffic, code search); empty unless another plugin supplies it. */
  evidence: z.array(z.strictObject({ kind: z.string(), summary: z.string() })),
  answer: z.strictObject({
    state: answerStateSchema,
    note: z.string().nullable(),
    by: z.string().nullable(),
    at: z.iso.datetime().nullable(),
    /** The change's version that was answered; lower than the change's own when it was edited since. */
    onVersion: z.int().nullable(),
    expectedAt: z.iso.datetime().nullable(),
    waivedUntil: z.iso.datetime().nullable(),
  }),
  /** Found after the change was announced. */
  late: z.boolean(),
  /** No longer depends on the changed entity, or left the catalog. */
  left: z.boolean(),
  /** Whether at least one person stands behind its owners. */
  reachable: z.boolean(),
  /** Whether the caller may answer for it. */
  mayAnswer: z.boolean(),
  /** People of this consumer who are told, and how far the channels got. */
  reach: z.strictObject({
    people: z.int().nonnegative(),
    /**
     * Per channel: delivered, pending, dead, undeliverable. Of those that failed, `refused` are those that the receiving side wants in no case; the
     * rest failed at every attempt. The channel's own words are for those who may manage deliveries: they can hold addresses.
     */
    channels: z.record(
      z.string(),
      z.strictObject({
        delivered: z.int().nonnegative(),
        pending: z.int().nonnegative(),
        failed: z.int().nonnegative(),
        refused: z.int().nonnegative(),
        undeliverable: z.int().nonnegative(),
      }),
    ),
  }),
});

/** What `GET /schema-changes/:id/consumers` answers. @public */
export const affectedConsumersSchema = z.strictObject({
  state: z.enum(audienceStates),
  items: z.array(affectedConsumerSchema),
  nextCursor: z.string().nullable(),
  /** Consumers whose entity the caller may not see in the catalog. */
  hidden: z.int().nonnegative(),
});

/** What a consumer's team says. @public */
export type Answer = (typeof answers)[number];
/** {@inheritDoc answerStates} @public */
export type AnswerState = z.infer<typeof answerStateSchema>;
/** {@inheritDoc answerSchema} @public */
export type AnswerForConsumer = z.infer<typeof answerSchema>;
/** What a caller may leave out of {@link AnswerForConsumer}. @public */
export type AnswerForConsumerInput = z.input<typeof answerSchema>;
/** {@inheritDoc audienceStates} @public */
export type AudienceState = (typeof audienceStates)[number];
/** {@inheritDoc consumerCountsSchema} @public */
export type ConsumerCounts = z.infer<typeof consumerCountsSchema>;
/** {@inheritDoc catalogStepSchema} @public */
export type CatalogStep = z.infer<typeof catalogStepSchema>;
/** {@inheritDoc affectedConsumerSchema} @public */
export type AffectedConsumer = z.infer<typeof affectedConsumerSchema>;
/** {@inheritDoc affectedConsumersSchema} @public */
export type AffectedConsumers = z.infer<typeof affectedConsumersSchema>;
