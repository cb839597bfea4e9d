import {
  ChainVerifier,
  Checkpoint,
  checkpointText,
  digestOf,
  GENESIS,
  KnownKeys,
  removalOf,
  Removals,
  SignatureVerdict,
} from '@changeguard/audit-chain';
import { AuditVerification } from '@changeguard/backstage-plugin-changeguard-common';
import { ChainReader, SealedRow } from './ChainReader';
import { CheckpointStore } from './CheckpointStore';
import { saysWhatWasSealed, sealedContent } from './sealedContent';

/** Records read at once; each may have 256 KB. */
const batch = 200;
/** A stretch ends early when it has read this much, so that no answer takes long. */
const mostBytes = 16 * 1024 * 1024;

/** What checking a stretch came to. */
export type Findings = Pick<
  AuditVerification,
  'toSeq' | 'headSeq' | 'nextSeq' | 'firstBad' | 'checkpoint'
>;

type Bad = NonNullable<Findings['firstBad']>;

/** Checks the chain in the database: its links, the contents, what the log shows of them, and the checkpoints. */
export class ChainAuditor {
  constructor(
    private readonly deps: {
      chain: ChainReader;
      checkpoints: CheckpointStore;
      keys: KnownKeys;
    },
  ) {}

  async check(fromSeq: number, limit: number): Promise<Findings> {
    const { chain } = this.deps;
    const { head } = await chain.standing();
    const headSeq = head?.seq ?? 0;
    const last = Math.min(headSeq, fromSeq + limit - 1);
    const before = fromSeq === 1 ? GENESIS : await chain.hashAt(fromSeq - 1);
    const verifier = new ChainVerifier({ seq: fromSeq - 1, hash: before });
    const bad =
      (await this.followLinks(verifier, last)) ??
      (await this.unexplained(verifier));
    const toSeq = verifier.at.seq;
    const { checkpoint, bad: badCheckpoint } = await this.checkpoints(
      fromSeq,
      toSeq,
    );
    const atEnd = toSeq >= headSeq;
    const firstBad =
      first(bad, badCheckpoint) ?? (atEnd ? await this.atTheEnd(toSeq) : null);
    return {
      toSeq: firstBad?.seq ? Math.min(toSeq, firstBad.seq) : toSeq,
      headSeq,
      nextSeq: firstBad || atEnd ? null : toSeq + 1,
      firstBad,
      checkpoint,
    };
  }

  private async followLinks(
    verifier: ChainVerifier,
    last: number,
  ): Promise<Bad | null> {
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
        const bad = checkRow(verifier, row);
        if (bad) return bad;
        bytes += row.record?.canonical?.length ?? 0;
      }
      at = verifier.at.seq;
    }
    return null;
  }

  /** The first content that is gone without a removal that says so; such a record must itself be as it was sealed. */
  private async unexplained({ missing }: ChainVerifier): Promise<Bad | null> {
    if (missing.length === 0) return null;
    const removals = new Removals(this.deps.keys);
    for (const { seal, record } of await this.deps.chain.removals()) {
      const content = sealedContent(record);
      if (!content || !digestOf(content).equals(seal.digest)) continue;
      const removal = removalOf(content.bytes);
      if (removal) removals.add(removal);
    }
    const seq = removals.firstUnexplained(missing);
    return seq === null
      ? null
      : { seq, recordId: null, reason: 'content-missing' };
  }

  private async checkpoints(
    from: number,
    to: number,
  ): Promise<{ checkpoint: Findings['checkpoint']; bad: Bad | null }> {
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

  private async atTheEnd(headSeq: number): Promise<Bad | null> {
    const newest = await this.deps.checkpoints.newest();
    if (newest && newest.seq > headSeq) {
      return { seq: headSeq + 1, recordId: null, reason: 'cut-off' };
    }
    const recordId = await this.deps.chain.lost();
    return recordId === null
      ? null
      : { seq: null, recordId, reason: 'not-sealed' };
  }
}

function checkRow(
  verifier: ChainVerifier,
  { seal, record }: SealedRow,
): Bad | null {
  const { recordId } = seal;
  const content = sealedContent(record);
  const bad = verifier.take(seal, content);
  if (bad) return { seq: bad.seq, recordId, reason: bad.fault };
  if (record && content && !saysWhatWasSealed(record)) {
    return { seq: seal.seq, recordId, reason: 'altered-columns' };
  }
  return null;
}

function checkpointFault(
  checkpoint: Checkpoint,
  signature: SignatureVerdict,
  hash: Buffer | null,
): Bad['reason'] | null {
  if (signature === 'forged') return 'checkpoint-signature';
  if (hash?.toString('hex') !== checkpoint.hash) return 'checkpoint-mismatch';
  return null;
}

/** The one of two that is earlier in the chain. */
function first(a: Bad | null, b: Bad | null): Bad | null {
  if (!a || !b) return a ?? b;
  return (a.seq ?? 0) <= (b.seq ?? 0) ? a : b;
}
