import { z } from 'zod';

/** Who did what, when, and why: one line of a change's history. @public */
export const auditRecordSchema = z.strictObject({
  id: z.uuid(),
  /** The event this record was written for; null for what is recorded without one, such as a denied attempt. */
  eventId: z.uuid().nullable(),
  changeId: z.uuid().nullable(),
  entityRef: z.string().nullable(),
  /** A user's entity ref, or a service's subject. */
  actor: z.string(),
  actorType: z.enum(['user', 'service', 'system']),
  /** An event type of ChangeGuard, such as `schema-change.announced`. */
  action: z.string(),
  outcome: z.enum(['success', 'denied']),
  /** The fields that changed, as they were. */
  before: z.record(z.string(), z.unknown()).nullable(),
  /** The fields that changed, as they are since. */
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
  at: z.iso.datetime(),
});

/** {@inheritDoc auditRecordSchema} @public */
export type AuditRecord = z.infer<typeof auditRecordSchema>;
