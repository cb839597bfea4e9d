import { generateKeyPairSync } from 'crypto';
import { createHash, randomBytes } from 'crypto';
import { GENESIS, Seal, SealedContent, sealNext } from '../chain';
import { Ed25519Signer } from '../Ed25519Signer';
import {
  ExportSelection,
  headerLine,
  recordLine,
  trailerLine,
} from '../exportFormat';
import { summaryOf } from '../remainders';
import { remaindersText, removalText } from '../removal';

/** A place in a chain, and what was sealed there. */
export interface Row {
  seal: Seal;
  content: SealedContent | null;
}

/** A signer with a key of its own. */
export function newSigner(): Ed25519Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return new Ed25519Signer(
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
}

/** A record's bytes, in the way PostgreSQL writes them. */
export function recordBytes(members: Record<string, unknown>): Buffer {
  const text = Object.entries(members)
    .map(([key, value]) => `"${key}" : ${JSON.stringify(value)}`)
    .join(', ');
  return Buffer.from(`{${text}}`);
}

/** The record of a purge, signed unless its signer is null. */
export function purgeBytes(
  ranges: [number, number][],
  signer: Ed25519Signer | null,
): Buffer {
  return recordBytes({
    id: '0192f0c1-0000-7000-8000-000000000002',
    action: 'audit.purged',
    outcome: 'success',
    after: { ranges, ...signer?.sign(removalText(ranges)) },
  });
}

/** The record of an erasure, which says what it left, signed unless its signer is null. */
export function erasureBytes(
  ranges: [number, number][],
  signer: Ed25519Signer | null,
): Buffer {
  const id = '0192f0c1-0000-7000-8000-000000000001';
  const action = 'audit.erased';
  const summary = summaryOf(
    ranges.map(([seq]) => ({ seq, digest: randomBytes(32) })),
  );
  const text = remaindersText({ id, action, ranges }, summary);
  return recordBytes({
    id,
    action,
    outcome: 'success',
    after: {
      ranges,
      ...signer?.sign(removalText(ranges)),
      remainders: { ...summary, ...signer?.sign(text) },
    },
  });
}

/** A chain that grows, with everything its owner can do to it. */
export class SampleTrail {
  constructor(readonly rows: Row[] = []) {}

  append(bytes: Buffer): void {
    const content = { salt: randomBytes(32), bytes };
    const before = this.rows[this.rows.length - 1]?.seal ?? null;
    this.rows.push({ seal: sealNext(before, content), content });
  }

  grow(count: number): this {
    for (let n = 0; n < count; n++) {
      this.append(
        recordBytes({
          action: 'schema-change.updated',
          outcome: 'success',
          actor: 'user:default/alice',
          after: { title: `Feld ${this.rows.length} geht – für immer` },
        }),
      );
    }
    return this;
  }

  /** What the portal exports of it. */
  lines(
    signer: Ed25519Signer | null,
    options: {
      fromSeq?: number;
      selection?: ExportSelection;
      selects?: (row: Row) => boolean;
    } = {},
  ): string[] {
    const { fromSeq = 1, selection = null, selects = () => true } = options;
    const rows = this.rows.filter(
      row => row.seal.seq >= fromSeq && selects(row),
    );
    const before = this.rows.find(({ seal }) => seal.seq === fromSeq - 1);
    const prev = selection
      ? null
      : (before?.seal.hash ?? GENESIS).toString('hex');
    const hashes = createHash('sha256');
    rows.forEach(({ seal }) => hashes.update(seal.hash));
    const last = rows[rows.length - 1]?.seal;
    return [
      headerLine({ changeguardAudit: 1, fromSeq, prev, selection }),
      ...rows.map(({ seal, content }) => recordLine(seal, content)),
      trailerLine(
        {
          fromSeq,
          toSeq: last?.seq ?? fromSeq - 1,
          hash: last?.hash.toString('hex') ?? prev,
          records: rows.length,
          lines: hashes.digest('hex'),
          selection,
          at: '2026-11-25T21:30:00.000Z',
        },
        signer,
      ),
    ];
  }
}
