import { Knex } from 'knex';
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

/** Takes contents out of the audit trail; the database's own functions do it, and refuse what is not sealed. */
export class AuditErasures {
  /** Erases sealed records about a person, at most `limit`; answers their places. */
  async erase(
    tx: Transaction,
    userRef: string,
    limit: number,
  ): Promise<number[]> {
    const { rows } = await tx.raw<{ rows: { seq: string }[] }>(
      `/* AuditErasures.erase */
       select seq from changeguard_audit_erase(array(
         select r.id from audit_records r join audit_seals s on s.record_id = r.id
         where ${about} order by s.seq limit :limit
       ), :userRef) order by seq`,
      { ...patternsOf(userRef), userRef, limit },
    );
    return rows.map(({ seq }) => Number(seq));
  }

  /** How many records about a person still have their content. */
  async remaining(db: Knex, userRef: string): Promise<number> {
    const { rows } = await db.raw<{ rows: { remaining: string }[] }>(
      `/* AuditErasures.remaining */ select count(*) as remaining from audit_records r where ${about}`,
      patternsOf(userRef),
    );
    return Number(rows[0].remaining);
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
}
