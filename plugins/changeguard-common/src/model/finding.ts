import { z } from 'zod';

/** How much a finding, or a whole change, breaks. @public */
export const severities = ['breaking', 'dangerous', 'non-breaking'] as const;
/** For whom it breaks. @public */
export const sides = [
  'request',
  'response',
  'reader',
  'writer',
  'source',
] as const;

/** {@inheritDoc severities} @public */
export const severitySchema = z.enum(severities);
/** {@inheritDoc sides} @public */
export const sideSchema = z.enum(sides);

/** The stable identity of a detected finding: SHA-256 in hex. @public */
export const fingerprintSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits');

/** One finding as somebody records it. @public */
export const findingInputSchema = z.strictObject({
  rule: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .regex(
      /^[a-zA-Z0-9._-]+$/,
      'may hold letters, digits, dot, dash, underscore',
    )
    .default('manual'),
  severity: severitySchema.default('breaking'),
  side: sideSchema.nullable().default(null),
  pointer: z.string().trim().max(2_000).default(''),
  /** The operation, channel or service it belongs to, such as `GET /orders/{id}`. */
  operation: z.string().trim().max(2_000).nullable().default(null),
  before: z.string().max(4_000).nullable().default(null),
  after: z.string().max(4_000).nullable().default(null),
  message: z.string().trim().min(1).max(2_000),
  /** Of a finding that comparing two definitions brought, so that it is known again; null of a hand-written one. */
  fingerprint: fingerprintSchema.nullable().default(null),
});

/** One detected or hand-written fact inside a change. @public */
export const findingSchema = z.strictObject({
  id: z.uuid(),
  rule: z.string(),
  severity: severitySchema,
  side: sideSchema.nullable(),
  pointer: z.string(),
  /** The operation, channel or service it belongs to; null of one that nobody said it of. */
  operation: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  message: z.string(),
  /** Why its rule matters, in one sentence; null of a hand-written finding, and of a rule that this portal does not know. */
  purpose: z.string().nullable(),
  /** Stable identity; a hand-written finding's is its id. */
  fingerprint: z.string(),
});

/** {@inheritDoc severities} @public */
export type Severity = z.infer<typeof severitySchema>;
/** {@inheritDoc sides} @public */
export type Side = z.infer<typeof sideSchema>;
/** {@inheritDoc findingInputSchema} @public */
export type FindingInput = z.infer<typeof findingInputSchema>;
/** {@inheritDoc findingSchema} @public */
export type Finding = z.infer<typeof findingSchema>;
