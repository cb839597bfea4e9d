import { z } from 'zod';
import { entityRefSchema } from './entityRef';
import { findingInputSchema, findingSchema, severitySchema } from './finding';
import { consumerCountsSchema } from './consumer';
import { instantSchema } from './instant';

/** Formats a changed definition can have. @public */
export const schemaFormats = [
  'openapi',
  'asyncapi',
  'graphql',
  'protobuf',
  'avro',
  'json-schema',
  'sql',
  'other',
] as const;

/** Where a change can stand; see `legalMoves` for how it gets from one to the next. @public */
export const changeStatuses = [
  'draft',
  'announced',
  'released',
  'resolved',
  'withdrawn',
] as const;

/** What brought a change into ChangeGuard. @public */
export const changeSources = ['manual', 'catalog', 'ci', 'plugin'] as const;

/** {@inheritDoc schemaFormats} @public */
export const schemaFormatSchema = z.enum(schemaFormats);
/** {@inheritDoc changeStatuses} @public */
export const changeStatusSchema = z.enum(changeStatuses);
/** {@inheritDoc changeSources} @public */
export const changeSourceSchema = z.enum(changeSources);

const title = z.string().trim().min(1).max(300);
const description = z.string().max(20_000);
const migrationGuide = z.string().max(20_000);
const replacement = z.string().trim().max(500);
const reason = z.string().trim().min(1).max(2_000);
const findings = z.array(findingInputSchema).max(1_000);

/** What `POST /schema-changes` takes. @public */
export const recordSchemaChangeSchema = z.strictObject({
  entityRef: entityRefSchema,
  title,
  description: description.default(''),
  format: schemaFormatSchema.default('other'),
  severity: severitySchema.default('breaking'),
  status: z.enum(['draft', 'announced']).default('announced'),
  findings: findings.default([]),
  effectiveAt: instantSchema.nullable().default(null),
  sunsetAt: instantSchema.nullable().default(null),
  migrationGuide: migrationGuide.nullable().default(null),
  replacement: replacement.nullable().default(null),
  source: z.enum(['manual', 'ci', 'plugin']).default('manual'),
});

/**
 * What `PUT /schema-changes/:id` takes: given fields change, `null` clears what can be empty. A body with only `status`
 * (and a `reason`) moves the change.
 *
 * @public
 */
export const updateSchemaChangeSchema = z
  .strictObject({
    title: title.optional(),
    description: description.nullable().optional(),
    format: schemaFormatSchema.optional(),
    severity: severitySchema.optional(),
    status: changeStatusSchema.optional(),
    findings: findings.nullable().optional(),
    effectiveAt: instantSchema.nullable().optional(),
    sunsetAt: instantSchema.nullable().optional(),
    migrationGuide: migrationGuide.nullable().optional(),
    replacement: replacement.nullable().optional(),
    reason: reason.optional(),
  })
  .refine(body => Object.keys(body).some(key => key !== 'reason'), {
    message: 'must change at least one field',
  });

/** One schema change as the API answers it. @public */
export const schemaChangeSchema = z.strictObject({
  id: z.uuid(),
  entityRef: z.string(),
  ownerRefs: z.array(z.string()),
  title: z.string(),
  description: z.string(),
  format: schemaFormatSchema,
  severity: severitySchema,
  status: changeStatusSchema,
  findings: z.array(findingSchema),
  effectiveAt: z.iso.datetime().nullable(),
  sunsetAt: z.iso.datetime().nullable(),
  migrationGuide: z.string().nullable(),
  replacement: z.string().nullable(),
  source: changeSourceSchema,
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  announcedAt: z.iso.datetime().nullable(),
  releasedAt: z.iso.datetime().nullable(),
  resolvedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  /** The row's version: the value of the `ETag`, and what `If-Match` is compared with. */
  version: z.int().positive(),
  consumers: consumerCountsSchema,
  flags: z.strictObject({
    /** Past `effectiveAt` and not released. */
    overdue: z.boolean(),
    /** A consumer is blocked and `effectiveAt` is at most 14 days away. */
    atRisk: z.boolean(),
    /** The entity is no longer in the catalog. */
    entityGone: z.boolean(),
    /** The definition no longer holds what was detected: the change may be withdrawn. */
    reverted: z.boolean(),
  }),
  /** The revisions between which it was detected; null of one that was not, or whose revisions are no longer kept. */
  revisions: z
    .strictObject({
      /** The last one before it. */
      base: z.uuid(),
      /** The newest one that it was seen in. */
      latest: z.uuid(),
    })
    .nullable(),
  /** What the caller may do with this change; the API checks again when it is done. */
  may: z.strictObject({
    edit: z.boolean(),
    comment: z.boolean(),
    /** The statuses the caller may move the change to. */
    moveTo: z.array(changeStatusSchema),
  }),
});

/** One row of `GET /schema-changes`: a change without its long texts and findings. @public */
export const schemaChangeSummarySchema = schemaChangeSchema
  .omit({
    description: true,
    findings: true,
    migrationGuide: true,
    revisions: true,
    may: true,
  })
  .extend({ findingCount: z.int().nonnegative() });

/** {@inheritDoc schemaFormats} @public */
export type SchemaFormat = z.infer<typeof schemaFormatSchema>;
/** {@inheritDoc changeStatuses} @public */
export type ChangeStatus = z.infer<typeof changeStatusSchema>;
/** {@inheritDoc changeSources} @public */
export type ChangeSource = z.infer<typeof changeSourceSchema>;
/** {@inheritDoc recordSchemaChangeSchema} @public */
export type RecordSchemaChange = z.infer<typeof recordSchemaChangeSchema>;
/** What a caller may leave out of {@link RecordSchemaChange}. @public */
export type RecordSchemaChangeInput = z.input<typeof recordSchemaChangeSchema>;
/** {@inheritDoc updateSchemaChangeSchema} @public */
export type UpdateSchemaChange = z.infer<typeof updateSchemaChangeSchema>;
/** {@inheritDoc schemaChangeSchema} @public */
export type SchemaChange = z.infer<typeof schemaChangeSchema>;
/** {@inheritDoc schemaChangeSummarySchema} @public */
export type SchemaChangeSummary = z.infer<typeof schemaChangeSummarySchema>;
