import type pg from 'pg';

/** An event without exactly one audit record of its success. */
export interface AuditGap {
  event: string;
  records: number;
}

/** Holds for every event, those included that the portal writes by itself. */
export async function readAuditGaps(changeguard: pg.Pool): Promise<AuditGap[]> {
  const { rows } = await changeguard.query<{ event: string; records: string }>(
    `select o.type || ' ' || o.id as event, count(a.id) as records
     from outbox o left join audit_records a on a.event_id = o.id and a.outcome = 'success'
     group by o.id having count(a.id) <> 1`,
  );
  return rows.map(({ event, records }) => ({
    event,
    records: Number(records),
  }));
}
