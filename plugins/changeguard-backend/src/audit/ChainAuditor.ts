import {
  ChainVerifier,
  Checkpoint,
  checkpointText,
  digestOf,
  GENESIS,
  KnownKeys,
  SignatureVerdict,
} from '@changeguard/audit-chain';
import { AuditVerification } from '@changeguard/backstage-plugin-changeguard-common';
import { BadPlace, earliest } from './BadPlace';
import { ChainReader, SealedRow } from './ChainReader';
import { CheckpointStore } from './CheckpointStore';
import { GonePlace, RemovalAuditor } from './RemovalAuditor';
import { remainderOf, saysWhatWasSealed, sealedContent } from './sealedContent';

/** Records read at once; each may have 256 KB. */
const batch = 200;
/** A stretch ends early when it has read this much, so that no answer takes long. */
const mostBytes = 16 * 1024 * 1024;

/** What checking a stretch came to. */
export type Findings = Pick<
  AuditVerification,
  | 'toSeq'
  | 'headSeq'
  | 'nextSeq'
  | 'firstBad'
  | 'remainderNotProved'
  | 'checkpoint'
>;

/** Checks the chain in the database: its links, the contents, what the log shows of them, what removals left, and the checkpoints. */
export class ChainAuditor {
  private readonly removals: RemovalAuditor;

  constructor(
    private readonly deps: {
      chain: ChainReader;
      checkpoints: CheckpointStore;
      keys: KnownKeys;
    },
  ) {
    this.removals = new RemovalAuditor(deps);
  }

  async check(fromSeq: number, limit: number): Promise<Findings> {
    const { chain } = this.deps;
    const { head } = await chain.standing();
    const headSeq = head?.seq ?? 0;
    const last = Math.min(headSeq, fromSeq + limit - 1);
    const before = fromSeq === 1 ? GENESIS : await chain.hashAt(fromSeq - 1);
    const verifier = new ChainVerifier({ seq: fromSeq - 1, hash: before });
    const gone: GonePlace[] = [];
    const badLink = await this.followLinks(verifier, last, gone);
    const toSeq = verifier.at.seq;
    const { missing } = verifier;
    const { bad: badRemoval, notProved } = await this.removals.check({
      from: fromSeq,
      to: toSeq,
      gone,
      missing,
    });
    const { checkpoint, bad: badCheckpoint } = await this.checkpoints(
      fromSeq,
      toSeq,
    );
    const atEnd = toSeq >= headSeq;
    const firstBad =
      earliest(badLink, badRemoval, badCheckpoint) ??
      (atEnd ? await this.atTheEnd(toSeq) : null);
    return {
      toSeq: firstBad?.seq ? Math.min(toSeq, firstBad.seq) : toSeq,
      headSeq,
      nextSeq: firstBad || atEnd ? null : toSeq + 1,
      firstBad,
      remainderNotProved: notProved,
      checkpoint,
    };
  }

  private async followLinks(
    verifier: ChainVerifier,
    last: number,
    gone: GonePlace[],
  ): Promise<BadPlace | null> {
    let bytes = 0;
    for (let at = verifier.at.seq; at < last && bytes < mostBytes; ) {
      const rows = await this.deps.chain.stretch(
        at + 1,
        Math.min(batch, last - at),
      );
      // The head is further on, so something must be here.
      if (rows.length === 0) {
        return { seq: at + 1, recordId: null, reason: 'out-of-sequence' };
      }
      for (const row of rows) {
        const bad = checkRow(verifier, row, gone);
        if (bad) return bad;
        bytes += row.record?.canonical?.length ?? 0;
      }
      at = verifier.at.seq;
    }
    return null;
  }

  private async checkpoints(
    from: number,
    to: number,
  ): Promise<{ checkpoint: Findings['checkpoint']; bad: BadPlace | null }> {
    let checkpoint: Findings['checkpoint'] = null;
    for (const one of await this.deps.checkpoints.between(from, to)) {
      const { seq, at } = one;
      const signature = this.deps.keys.check(checkpointText(one), one);
      const hash = await this.deps.chain.hashAt(seq);
      const reason = checkpointFault(one, signature, hash);
      if (reason) {
        return { checkpoint, bad: { seq, recordId: null, reason } };
      }
      checkpoint = { seq, at, verified: signature === 'genuine' };
    }
    return { checkpoint, bad: null };
  }

  private async atTheEnd(headSeq: number): Promise<BadPlace | null> {
    const { chain, checkpoints } = this.deps;
    const newest = await checkpoints.newest();
    // The chain may have grown meanwhile, and a checkpoint with it.
    if (newest && newest.seq > headSeq && !(await chain.hashAt(newest.seq))) {
      return { seq: headSeq + 1, recordId: null, reason: 'cut-off' };
    }
    const recordId = await chain.lost();
    return recordId === null
      ? null
      : { seq: null, recordId, reason: 'not-sealed' };
  }
}

function checkRow(
  verifier: ChainVerifier,
  { seal, record }: SealedRow,
  gone: GonePlace[],
): BadPlace | null {
  const { seq, recordId } = seal;
  const content = sealedContent(record);
  const bad = verifier.take(seal, content);
  if (bad) return { seq: bad.seq, recordId, reason: bad.fault };
  if (!content) {
    const remainder = record && digestOf(remainderOf(record));
    gone.push({ seq, recordId, remainder });
  }
  if (record && content && !saysWhatWasSealed(record)) {
    return { seq, recordId, reason: 'altered-columns' };
  }
  return null;
}

function checkpointFault(
  checkpoint: Checkpoint,
  signature: SignatureVerdict,
  hash: Buffer | null,
): BadPlace['reason'] | null {
  if (signature === 'forged') return 'checkpoint-signature';
  if (hash?.toString('hex') !== checkpoint.hash) return 'checkpoint-mismatch';
  return null;
}
