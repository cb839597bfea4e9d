import { z } from 'zod';
import { entityRefSchema } from './entityRef';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A signed statement that the chain had this hash at this place; whoever keeps one can prove that nothing before it was changed. @public */
export const auditCheckpointSchema = z.strictObject({
  seq: z.int().positive(),
  hash: sha256,
  at: z.iso.datetime(),
  /** Names the public key: the first 16 hex digits of the SHA-256 of its SPKI DER form. */
  keyId: z.string(),
  /** Ed25519, base64. */
  signature: z.string(),
});

/** How the chain stands. @public */
export const auditChainSchema = z.strictObject({
  /** The newest sealed record; null while there is none. */
  head: z
    .strictObject({
      seq: z.int().positive(),
      hash: sha256,
      sealedAt: z.iso.datetime(),
    })
    .nullable(),
  /** Records that wait to be sealed. */
  unsealed: z.int().nonnegative(),
  oldestUnsealedAt: z.iso.datetime().nullable(),
  /** The newest. */
  checkpoint: auditCheckpointSchema.nullable(),
  /** Ed25519 public key in PEM that checkpoints and exports are signed with now; null without a key. */
  publicKey: z.string().nullable(),
  /** The first whose content is kept; the records before it are past their retention, only their place in the chain is left. */
  retainedFromSeq: z.int().positive().nullable(),
});

/** What can be wrong with a chain. @public */
export const auditFaults = [
  /** A place was skipped or taken twice. */
  'out-of-sequence',
  /** The record does not follow the one before it. */
  'broken-link',
  /** Its hash is not that of its place and digest. */
  'wrong-hash',
  /** Its digest is not that of its content: the content was changed. */
  'wrong-digest',
  /** Its content is gone, and no erasure or purge says so. */
  'content-missing',
  /** What the log shows is not what was sealed. */
  'altered-columns',
  /** What is left of an erased record is not what was sealed of it and its erasure left. */
  'altered-remainder',
  /** An erased record is not there any more, and no purge says so. */
  'record-missing',
  /** There is a record at a place that was purged. */
  'record-after-purge',
  /** A record is neither sealed nor waiting to be. */
  'not-sealed',
  /** A checkpoint has another hash at its place. */
  'checkpoint-mismatch',
  /** A checkpoint's signature is not that of its key. */
  'checkpoint-signature',
  /** The chain ends before a checkpoint's place. */
  'cut-off',
] as const;

/** What checking a stretch of the chain came to. @public */
export const auditVerificationSchema = z.strictObject({
  outcome: z.enum(['intact', 'broken']),
  fromSeq: z.int().positive(),
  /** The last that was checked; below `fromSeq` when there was nothing to check. */
  toSeq: z.int().nonnegative(),
  headSeq: z.int().nonnegative(),
  /** Where to go on; null when the end was reached, or something is broken. */
  nextSeq: z.int().positive().nullable(),
  firstBad: z
    .strictObject({
      seq: z.int().positive().nullable(),
      recordId: z.uuid().nullable(),
      reason: z.enum(auditFaults),
    })
    .nullable(),
  /** Erased records in the stretch of whose columns nothing proves what the erasure left: they were erased before that was kept. */
  remainderNotProved: z.int().nonnegative(),
  /** The newest checkpoint in the stretch; `verified` is false when its public key is not known here. */
  checkpoint: z
    .strictObject({
      seq: z.int().positive(),
      at: z.iso.datetime(),
      verified: z.boolean(),
    })
    .nullable(),
  checkedAt: z.iso.datetime(),
});

/** Whose data to erase from the audit trail, and why; the reason is kept, so it must not name the person. @public */
export const auditErasureInputSchema = z.strictObject({
  userRef: entityRefSchema,
  reason: z.string().trim().min(1).max(1_000),
});

/** What an erasure did. @public */
export const auditErasureSchema = z.strictObject({
  erased: z.int().nonnegative(),
  /** Records about the person that are left: not sealed yet, or beyond what one call erases. Ask again. */
  remaining: z.int().nonnegative(),
});

/** {@inheritDoc auditCheckpointSchema} @public */
export type AuditCheckpoint = z.infer<typeof auditCheckpointSchema>;
/** {@inheritDoc auditChainSchema} @public */
export type AuditChain = z.infer<typeof auditChainSchema>;
/** {@inheritDoc auditVerificationSchema} @public */
export type AuditVerification = z.infer<typeof auditVerificationSchema>;
/** {@inheritDoc auditErasureSchema} @public */
export type AuditErasure = z.infer<typeof auditErasureSchema>;
/** One of {@link auditFaults}. @public */
export type AuditFault = (typeof auditFaults)[number];
