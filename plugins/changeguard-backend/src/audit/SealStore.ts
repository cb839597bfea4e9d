import { GENESIS, hashOf, Seal } from '@changeguard/audit-chain';
import { Knex } from 'knex';
import { AuditSealRow } from '../database/auditTables';
import { Transaction, UnitOfWork } from '../database/UnitOfWork';

/**
 * The chain as its sealer sees it.
 *
 * A record's states: appended (a trigger puts it into `audit_unsealed`) → sealed (it leaves that table in the transaction that writes its
 * seal). There is one row to lease, and the transaction that writes seals holds its lock and names its token, so a sealer that was frozen
 * beyond its lease changes nothing; besides, no two seals can have the same `prev`.
 */
export class SealStore {
  constructor(private readonly deps: { knex: Knex; unitOfWork: UnitOfWork }) {}

  async isAnyWaiting(): Promise<boolean> {
    const { rows } = await this.deps.knex.raw<{ rows: { waiting: boolean }[] }>(
      '/* SealStore.isAnyWaiting */ select exists (select from audit_unsealed) as waiting',
    );
    return rows[0].waiting;
  }

  /** Whether the lease is ours now. */
  async lease(token: string, leaseMs: number): Promise<boolean> {
    const { rowCount } = await this.deps.knex.raw<{ rowCount: number }>(
      `/* SealStore.lease */
       update audit_sealer set
         lease_token = :token, lease_until = clock_timestamp() + :leaseMs * interval '1 millisecond'
       where lease_until is null or lease_until < clock_timestamp()`,
      { token, leaseMs },
    );
    return rowCount === 1;
  }

  async release(token: string): Promise<void> {
    await this.deps.knex.raw(
      '/* SealStore.release */ update audit_sealer set lease_token = null, lease_until = null where lease_token = :token',
      { token },
    );
  }

  /** Seals the oldest that wait, in one transaction; answers how many, or null when the lease is no longer ours. */
  async seal(token: string, limit: number): Promise<number | null> {
    return this.deps.unitOfWork.run(async tx => {
      const { rowCount } = await tx.raw<{ rowCount: number }>(
        '/* SealStore.fence */ select from audit_sealer where lease_token = :token for update',
        { token },
      );
      if (rowCount === 0) return null;
      const waiting = await oldestWaiting(tx, limit);
      if (waiting.length === 0) return 0;
      const seals = chained(await head(tx), waiting);
      await insert(tx, seals);
      await tx.raw(
        '/* SealStore.dequeue */ delete from audit_unsealed where record_id = any(cast(:ids as uuid[]))',
        { ids: seals.map(({ recordId }) => recordId) },
      );
      return seals.length;
    });
  }
}

type RecordSeal = Seal & { recordId: string };

/** Digests are made where the bytes are, so that a record of 256 KB need not come here to be hashed. */
async function oldestWaiting(tx: Transaction, limit: number) {
  const { rows } = await tx.raw<{ rows: { id: string; digest: Buffer }[] }>(
    `/* SealStore.oldestWaiting */
     select r.id, sha256(r.salt || convert_to(r.canonical, 'UTF8')) as digest
     from audit_unsealed u join audit_records r on r.id = u.record_id
     order by u.position limit :limit`,
    { limit },
  );
  return rows;
}

async function head(tx: Transaction) {
  const { rows } = await tx.raw<{ rows: Pick<AuditSealRow, 'seq' | 'hash'>[] }>(
    '/* SealStore.head */ select seq, hash from audit_seals order by seq desc limit 1',
  );
  return rows[0]
    ? { seq: Number(rows[0].seq), hash: rows[0].hash }
    : { seq: 0, hash: GENESIS };
}

function chained(
  start: { seq: number; hash: Buffer },
  waiting: readonly { id: string; digest: Buffer }[],
): RecordSeal[] {
  let { seq, hash: prev } = start;
  return waiting.map(({ id, digest }) => {
    seq++;
    const hash = hashOf(prev, seq, digest);
    const seal = { seq, recordId: id, digest, prev, hash };
    prev = hash;
    return seal;
  });
}

async function insert(tx: Transaction, seals: readonly RecordSeal[]) {
  await tx.raw(
    `/* SealStore.insert */
     insert into audit_seals (seq, record_id, digest, prev, hash)
     select * from unnest(
       cast(:seqs as bigint[]), cast(:recordIds as uuid[]), cast(:digests as bytea[]), cast(:prevs as bytea[]), cast(:hashes as bytea[])
     )`,
    {
      seqs: seals.map(({ seq }) => seq),
      recordIds: seals.map(({ recordId }) => recordId),
      digests: seals.map(({ digest }) => digest),
      prevs: seals.map(({ prev }) => prev),
      hashes: seals.map(({ hash }) => hash),
    },
  );
}
