import { z } from 'zod';
import { auditOutcomes } from '../model/auditRecord';
import { deliveryStates } from '../model/delivery';
import { entityRefSchema, MAX_ENTITY_REF_LENGTH } from '../model/entityRef';
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

/** What records of the audit trail are asked for; several values of one filter are alternatives, several filters all hold. @public */
export const auditFilterSchema = z.strictObject({
  /** Who acted, or in whose name: a user's entity ref, a service's subject, `system:…`. */
  actor: several(z.string().min(1).max(MAX_ENTITY_REF_LENGTH)),
  entityRef: several(entityRefSchema),
  changeId: several(z.uuid()),
  /** The records themselves. */
  id: several(z.uuid()),
  action: several(z.string().min(1).max(100)),
  outcome: several(z.enum(auditOutcomes)),
  /** From this moment on. */
  from: instantSchema.optional(),
  /** Before this moment. */
  to: instantSchema.optional(),
});

/** What `GET /audit` takes. @public */
export const listAuditQuerySchema = pageQuerySchema.extend(
  auditFilterSchema.shape,
);

/** What `GET /audit/verify` takes: where to begin, and how many records to check at most. @public */
export const verifyAuditQuerySchema = z.strictObject({
  fromSeq: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(20_000).default(5_000),
});

/** What `GET /audit/export` takes; `fromSeq` resumes an export that broke off, one after the last whole line. @public */
export const exportAuditQuerySchema = auditFilterSchema.extend({
  format: z.enum(['jsonl', 'csv']).default('jsonl'),
  fromSeq: z.coerce.number().int().min(1).default(1),
});

/** {@inheritDoc auditFilterSchema} @public */
export type AuditFilter = z.infer<typeof auditFilterSchema>;
/** What a caller may leave out of {@link listAuditQuerySchema}. @public */
export type ListAuditInput = z.input<typeof listAuditQuerySchema>;
/** {@inheritDoc exportAuditQuerySchema} @public */
export type ExportAuditQuery = z.infer<typeof exportAuditQuerySchema>;
/** What a caller may leave out of {@link ExportAuditQuery}. @public */
export type ExportAuditInput = z.input<typeof exportAuditQuerySchema>;
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
