import { z } from 'zod';
import { deliveryStates } from '../model/delivery';
import { entityRefSchema } from '../model/entityRef';
import { severitySchema } from '../model/finding';
import { instantSchema } from '../model/instant';
import {
  changeSourceSchema,
  changeStatusSchema,
  schemaFormatSchema,
} from '../model/schemaChange';

/** One value, or the same query parameter several times. */
const several = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item).min(1).max(50)])
    .transform(
      value => (Array.isArray(value) ? value : [value]) as z.output<T>[],
    )
    .optional();

/** What every list takes. @public */
export const pageQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().min(1).max(2_000).optional(),
});

/** Orders of the list of changes; a minus is descending. @public */
export const schemaChangeSorts = [
  '-createdAt',
  'createdAt',
  '-updatedAt',
  'effectiveAt',
  '-effectiveAt',
] as const;

/** The filters of `GET /schema-changes`; several values of one filter are alternatives, several filters all hold. @public */
export const listSchemaChangesQuerySchema = pageQuerySchema.extend({
  entityRef: several(entityRefSchema),
  owner: several(entityRefSchema),
  consumer: several(entityRefSchema),
  consumerOwner: several(entityRefSchema),
  status: several(changeStatusSchema),
  severity: several(severitySchema),
  format: several(schemaFormatSchema),
  source: several(changeSourceSchema),
  effectiveBefore: instantSchema.optional(),
  effectiveAfter: instantSchema.optional(),
  /** Words that the title, description or entity must all hold, by prefix. */
  q: z.string().trim().min(1).max(200).optional(),
  sort: z.enum(schemaChangeSorts).default('-createdAt'),
});

/** The filters of `GET /deliveries`, newest first; several values of one filter are alternatives, several filters all hold. @public */
export const listDeliveriesQuerySchema = pageQuerySchema.extend({
  state: several(z.enum(deliveryStates)),
  channel: several(z.string().min(1).max(100)),
  recipient: entityRefSchema.optional(),
  changeId: z.uuid().optional(),
  eventId: z.uuid().optional(),
});

/** {@inheritDoc schemaChangeSorts} @public */
export type SchemaChangeSort = (typeof schemaChangeSorts)[number];
/** {@inheritDoc listSchemaChangesQuerySchema} @public */
export type ListSchemaChangesQuery = z.infer<
  typeof listSchemaChangesQuerySchema
>;
/** What a caller may leave out of {@link ListSchemaChangesQuery}. @public */
export type ListSchemaChangesInput = z.input<
  typeof listSchemaChangesQuerySchema
>;
/** {@inheritDoc pageQuerySchema} @public */
export type PageQuery = z.infer<typeof pageQuerySchema>;
/** {@inheritDoc listDeliveriesQuerySchema} @public */
export type ListDeliveriesQuery = z.infer<typeof listDeliveriesQuerySchema>;
/** What a caller may leave out of {@link ListDeliveriesQuery}. @public */
export type ListDeliveriesInput = z.input<typeof listDeliveriesQuerySchema>;
