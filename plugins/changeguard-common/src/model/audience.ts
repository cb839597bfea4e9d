import { z } from 'zod';
import { catalogStepSchema } from './consumer';
import { entityRefSchema } from './entityRef';

/** What `POST /audience` takes. @public */
export const audienceQuerySchema = z.strictObject({
  entityRef: entityRefSchema,
});

/** One consumer that announcing a change would reach. @public */
export const audienceConsumerSchema = z.strictObject({
  entityRef: z.string(),
  ownerRefs: z.array(z.string()),
  direct: z.boolean(),
  paths: z.array(z.array(catalogStepSchema)),
  /** People behind its owners. */
  people: z.int().nonnegative(),
  reachable: z.boolean(),
});

/** Whom announcing a change to an entity would reach, and by which path. @public */
export const audienceSchema = z.strictObject({
  entityRef: z.string(),
  /** `partial` when the catalog could not be read whole. */
  state: z.enum(['complete', 'partial']),
  consumers: z.array(audienceConsumerSchema),
  hidden: z.int().nonnegative(),
  /** Distinct people who would be told, followers included, muted ones and the caller not. */
  people: z.int().nonnegative(),
  /** Distinct owning groups. */
  teams: z.int().nonnegative(),
  followers: z.int().nonnegative(),
});

/** {@inheritDoc audienceSchema} @public */
export type Audience = z.infer<typeof audienceSchema>;
/** {@inheritDoc audienceConsumerSchema} @public */
export type AudienceConsumer = z.infer<typeof audienceConsumerSchema>;
