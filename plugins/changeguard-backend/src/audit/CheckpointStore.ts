import { Checkpoint } from '@changeguard/audit-chain';
import { Knex } from 'knex';
import { AuditCheckpointRow } from '../database/auditTables';

/** When the next checkpoint is due, by what came first. */
export interface CheckpointPace {
  everyMs: number;
  everyRecords: number;
}

/** Keeps the checkpoints. */
export class CheckpointStore {
  constructor(private readonly knex: Knex) {}

  /** What a checkpoint would say now; null while none is due. */
  async due({ everyMs, everyRecords }: CheckpointPace): Promise<{
    seq: number;
    hash: string;
    at: string;
  } | null> {
    const { rows } = await this.knex.raw<{
      rows: { seq: string; hash: Buffer; at: Date }[];
    }>(
      `/* CheckpointStore.due */
       select head.seq, head.hash, date_trunc('milliseconds', clock_timestamp()) as at
       from (select seq, hash from audit_seals order by seq desc limit 1) as head
       left join (select seq, at from audit_checkpoints order by seq desc limit 1) as newest on true
       where newest.seq is null
         or head.seq >= newest.seq + :everyRecords
         or (head.seq > newest.seq and newest.at <= clock_timestamp() - :everyMs * interval '1 millisecond')`,
      { everyMs, everyRecords },
    );
    return (
      (rows[0] && {
        seq: Number(rows[0].seq),
        hash: rows[0].hash.toString('hex'),
        at: rows[0].at.toISOString(),
      }) ??
      null
    );
  }

  /** Keeps one. Another replica may have been faster: the first of a place stays. */
  async add(checkpoint: Checkpoint): Promise<void> {
    const { seq, hash, at, keyId, signature } = checkpoint;
    await this.knex.raw(
      `/* CheckpointStore.add */
       insert into audit_checkpoints (seq, hash, at, key_id, signature)
       values (:seq, :hash, cast(:at as timestamptz), :keyId, :signature)
       on conflict (seq) do nothing`,
      { seq, hash: Buffer.from(hash, 'hex'), at, keyId, signature },
    );
  }

  async newest(): Promise<Checkpoint | null> {
    const rows = await this.knex<AuditCheckpointRow>('audit_checkpoints')
      .comment('CheckpointStore.newest')
      .orderBy('seq', 'desc')
      .limit(1);
    return rows.map(toCheckpoint)[0] ?? null;
  }

  /** Those at places from–to, in order. */
  async between(from: number, to: number): Promise<Checkpoint[]> {
    const rows = await this.knex<AuditCheckpointRow>('audit_checkpoints')
      .comment('CheckpointStore.between')
      .whereBetween('seq', [from, to])
      .orderBy('seq');
    return rows.map(toCheckpoint);
  }
}

function toCheckpoint(row: AuditCheckpointRow): Checkpoint {
  return {
    seq: Number(row.seq),
    hash: row.hash.toString('hex'),
    at: row.at.toISOString(),
    keyId: row.key_id,
    signature: row.signature,
  };
}
