import { z } from 'zod';

/** How a request came in: over HTTP, from another backend plugin, from the command line, by a signed link of a mail, without signing in, or from nobody. @public */
export const auditOrigins = [
  'http',
  'plugin',
  'cli',
  'link',
  'system',
] as const;

/** What came of an attempt. @public */
export const auditOutcomes = ['success', 'denied'] as const;

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
  /** An event type of ChangeGuard, such as `schema-change.announced`, or what has none, such as `audit.exported`. */
  action: z.string(),
  outcome: z.enum(auditOutcomes),
  /** The fields that changed, as they were. */
  before: z.record(z.string(), z.unknown()).nullable(),
  /** The fields that changed, as they are since. */
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
  /** By the database's clock. */
  at: z.iso.datetime(),
});

/** A record as auditors read it: with where it came from, and its place in the hash chain. @public */
export const auditEntrySchema = auditRecordSchema.extend({
  /** The person in whose name a service acted; null when the actor acted in its own. */
  onBehalfOf: z.string().nullable(),
  /** Null of records that were written before origins were kept. */
  origin: z.enum(auditOrigins).nullable(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** Place in the chain; null until the record is sealed, which takes a moment. */
  seq: z.int().positive().nullable(),
  /** SHA-256 in hex of this record and everything before it; null until it is sealed. */
  hash: z.string().nullable(),
  /** Whether its content was erased; what is left says that something happened, not to whom. */
  erased: z.boolean(),
});

/** {@inheritDoc auditRecordSchema} @public */
export type AuditRecord = z.infer<typeof auditRecordSchema>;
/** {@inheritDoc auditEntrySchema} @public */
export type AuditEntry = z.infer<typeof auditEntrySchema>;
/** One of {@link auditOrigins}. @public */
export type AuditOrigin = (typeof auditOrigins)[number];
