import { Ed25519Signer, Signature } from './Ed25519Signer';

/** What a checkpoint says: at `at` the chain had this hash at `seq`. @public */
export interface CheckpointStatement {
  seq: number;
  /** Hex. */
  hash: string;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
}

/** A signed statement about the chain. Kept outside of the database, it proves that nothing up to its place was changed. @public */
export type Checkpoint = CheckpointStatement & Signature;

/** The text that is signed: four lines, without a newline at the end. @public */
export function checkpointText({ seq, hash, at }: CheckpointStatement): string {
  return ['changeguard-audit-checkpoint/1', seq, hash, at].join('\n');
}

/** Signs a statement. @public */
export function signCheckpoint(
  { seq, hash, at }: CheckpointStatement,
  signer: Ed25519Signer,
): Checkpoint {
  return { seq, hash, at, ...signer.sign(checkpointText({ seq, hash, at })) };
}
