import { Remainder } from '@changeguard/audit-chain';
import { AuditRecordRow } from './auditTables';
import { Transaction } from './UnitOfWork';

/**
 * A condition on `audit_records r`: about this person, and not erased yet. Records of removals are left out: without them nothing would
 * say why other contents are gone, and the chain would count as broken for ever once somebody who erased is erased.
 */
const about = `r.erased_at is null and r.canonical ilike :like and r.canonical ~* :pattern
  and not (r.action in ('audit.erased', 'audit.purged') and r.outcome = 'success')`;

/** Matches the ref as a whole: `user:default/ann` neither in `user:default/anna` nor in `user:default/ann.b`. */
function patternsOf(userRef: string) {
  const literal = userRef.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    like: `%${userRef.replace(/[%_\\]/g, '\\$&')}%`,
    pattern: `(^|[^[:alnum:]_.-])${literal}(?![[:alnum:]_-]|\\.[[:alnum:]_])`,
  };
}

/** Places that one statement looks at. */
const pageSize = 20_000;

/** Sealed records about a person among those that one statement looked at. */
interface SealedPage {
  /** The last place; null after the end. */
  last: string | null;
  ids: string[];
}

/** A record after its erasure. */
export interface ErasedRecord {
  seq: number;
  /** Whether it still was what had been sealed. */
  wasSealed: boolean;
  remainder: AuditRecordRow;
}

/** Takes contents out of the audit trail; the database's own functions do it, and refuse what is not sealed. */
export class AuditErasures {
  /**
   * The records about a person that still have their content: how many, and the oldest of those that are sealed, at most `limit`. A person
   * may be named anywhere in a record, so each is looked at, once, by statements that are each short however long the trail is.
   */
  async about(
    tx: Transaction,
    userRef: string,
    limit: number,
  ): Promise<{ sealed: string[]; count: number }> {
    const { rows: waiting } = await tx.raw<{ rows: { count: string }[] }>(
      `/* AuditErasures.waiting */
       select count(*) as count from audit_unsealed u join audit_records r on r.id = u.record_id where ${about}`,
      patternsOf(userRef),
    );
    const sealed: string[] = [];
    let count = Number(waiting[0].count);
    for (let after: string | null = '0'; after !== null; ) {
      const { last, ids }: SealedPage = await this.page(tx, userRef, after);
      count += ids.length;
      sealed.push(...ids.slice(0, limit - sealed.length));
      after = last;
    }
    return { sealed, count };
  }

  /** Erases these sealed records of a person; answers what is left of each, in the order of their places. */
  async erase(
    tx: Transaction,
    userRef: string,
    ids: readonly string[],
  ): Promise<ErasedRecord[]> {
    const { rows } = await tx.raw<{
      rows: (AuditRecordRow & { seq: string; was_sealed: boolean })[];
    }>(
      `/* AuditErasures.erase */
       select seq, was_sealed, (remainder).*
       from changeguard_audit_erase(cast(:ids as uuid[]), :userRef) order by seq`,
      { ids: [...ids], userRef },
    );
    return rows.map(({ seq, was_sealed: wasSealed, ...remainder }) => ({
      seq: Number(seq),
      wasSealed,
      remainder,
    }));
  }

  /** Keeps how a removal left what it left. */
  async keep(
    tx: Transaction,
    removalId: string,
    remainders: readonly Remainder[],
  ): Promise<void> {
    await tx.raw(
      `/* AuditErasures.keep */
       insert into audit_remainders (removal_id, seq, digest)
       select cast(:removalId as uuid), * from unnest(cast(:seqs as bigint[]), cast(:digests as bytea[]))`,
      {
        removalId,
        seqs: remainders.map(({ seq }) => seq),
        digests: remainders.map(({ digest }) => digest),
      },
    );
  }

  /**
   * Deletes the oldest sealed records whose day is past their age, at most `limit`, and never one after a younger; answers the
   * place of the last, or null when there is none. By whole days, so that there is a purge a day and not one an hour.
   */
  async purge(
    tx: Transaction,
    options: { after: number; ageMs: number; limit: number },
  ): Promise<number | null> {
    const { rows } = await tx.raw<{ rows: { until: string | null }[] }>(
      `/* AuditErasures.purge */
       with oldest as (
         select s.seq, r.id, coalesce(
           r.at < date_trunc('day', clock_timestamp() - :ageMs * interval '1 millisecond', 'UTC'), true
         ) as is_due
         from (select seq, record_id from audit_seals where seq > :after order by seq limit :limit) as s
         left join audit_records r on r.id = s.record_id
       ), due as (
         select seq, id from oldest
         where seq < coalesce((select min(seq) from oldest where not is_due), (select max(seq) + 1 from oldest))
       )
       select max(seq) as until, changeguard_audit_purge(array_agg(id)) from due`,
      options,
    );
    return rows[0].until === null ? null : Number(rows[0].until);
  }

  private async page(
    tx: Transaction,
    userRef: string,
    after: string,
  ): Promise<SealedPage> {
    const { rows } = await tx.raw<{ rows: SealedPage[] }>(
      `/* AuditErasures.page */
       with page as materialized (
         select seq, record_id from audit_seals where seq > cast(:after as bigint) order by seq limit :page
       )
       select (select max(seq) from page) as last, array(
         select r.id from page join audit_records r on r.id = page.record_id where ${about} order by page.seq
       ) as ids`,
      { ...patternsOf(userRef), after, page: pageSize },
    );
    return rows[0];
  }
}
