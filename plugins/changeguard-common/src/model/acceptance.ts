import { z } from 'zod';
import { fingerprintSchema, severitySchema } from './finding';
import { instantSchema } from './instant';

const acceptingSchema = z.strictObject({
  /** Why the break is fine. */
  reason: z.string().trim().min(1).max(2_000),
  /** When it counts again; for ever without. */
  until: instantSchema.nullable().default(null),
});

/** What `PUT …/acceptances/:fingerprint` takes. @public */
export const acceptFindingSchema = acceptingSchema.extend({
  /** What it is, for one that no stored revision has, such as that of a branch which was only checked. */
  finding: z
    .strictObject({
      /** As what the definitions were compared, such as `openapi`. */
      format: z.string().trim().min(1).max(60).optional(),
      rule: z.string().trim().min(1).max(120),
      severity: severitySchema,
      pointer: z.string().max(2_000),
      message: z.string().trim().min(1).max(2_000),
    })
    .optional(),
});

/** As many as a comparison lists. */
const fingerprintsSchema = z
  .array(fingerprintSchema)
  .min(1)
  .max(2_000)
  .refine(all => new Set(all).size === all.length, 'must name each once');

/** What `POST …/acceptances` takes: findings of stored revisions, accepted together or not at all. @public */
export const acceptFindingsSchema = acceptingSchema.extend({
  fingerprints: fingerprintsSchema,
});

/** What `POST …/acceptances/revoke` takes: accepted findings, taken back together or not at all. @public */
export const revokeAcceptancesSchema = z.strictObject({
  fingerprints: fingerprintsSchema,
});

/** A finding that an owner of the provider takes responsibility for; it stays accepted across versions. @public */
export const acceptanceSchema = z.strictObject({
  id: z.uuid(),
  entityRef: z.string(),
  fingerprint: z.string(),
  /** Whose rule it is, such as `openapi`; null where nobody said. */
  format: z.string().nullable(),
  rule: z.string(),
  severity: severitySchema,
  pointer: z.string(),
  /** Which of the places that share it, such as `GET /orders`; null where nobody said. */
  operation: z.string().nullable(),
  message: z.string(),
  reason: z.string(),
  acceptedBy: z.string(),
  acceptedAt: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
  /** Whether it holds now: its time has not run out. */
  holds: z.boolean(),
});

/** {@inheritDoc acceptFindingSchema} @public */
export type AcceptFinding = z.infer<typeof acceptFindingSchema>;
/** {@inheritDoc acceptFindingsSchema} @public */
export type AcceptFindings = z.infer<typeof acceptFindingsSchema>;
/** {@inheritDoc revokeAcceptancesSchema} @public */
export type RevokeAcceptances = z.infer<typeof revokeAcceptancesSchema>;
/** {@inheritDoc acceptanceSchema} @public */
export type Acceptance = z.infer<typeof acceptanceSchema>;
