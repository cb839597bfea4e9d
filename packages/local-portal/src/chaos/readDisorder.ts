import type pg from 'pg';
import type { Span } from './recoveryTimes.ts';

/** An event that was handled after a later one of its change. */
const OVERTAKEN = `
  select format('event %s of change %s was audited after event %s', e.sequence, e.aggregateid, later.sequence) as sentence,
    e.created_at as since, i.handled_at as until
  from audit_records earlier join audit_records later on later.change_id = earlier.change_id
  join outbox e on e.id = earlier.event_id
  join inbox i on i.event_id = e.id and i.subscriber = 'audit'
  where earlier.sequence < later.sequence and earlier.position > later.position
  union all
  select format('%s was notified of event %s of change %s after event %s', n.recipient, e.sequence, e.aggregateid, later.sequence),
    e.created_at, i.handled_at
  from notifications n join outbox e on e.id = n.event_id
  join inbox i on i.event_id = e.id and i.subscriber = 'notification'
  join outbox later on later.aggregateid = e.aggregateid and later.sequence > e.sequence
  join notifications m on m.event_id = later.id and m.recipient = n.recipient
  where n.position > m.position`;

const GAPS = `
  select format('change %s counts %s events and has %s', c.id, c.sequence, count(o.id)) as sentence
  from schema_changes c left join outbox o on o.aggregateid = c.id
  group by c.id, c.sequence
  having count(o.id) <> c.sequence or coalesce(max(o.sequence), 0) <> c.sequence`;

/**
 * Where the events of a change have gaps in their numbers, or were handled in another order than theirs; a sentence each. One that was
 * on its way when a fault struck may come late: the dead held it, or it was in a deleted topic, while those after it went on.
 */
export async function readDisorder(
  changeguard: pg.Pool,
  faults: readonly Span[],
): Promise<string[]> {
  const gaps = await changeguard.query<{ sentence: string }>(GAPS);
  const overtaken = await changeguard.query<{
    sentence: string;
    since: Date;
    until: Date;
  }>(OVERTAKEN);
  const unexplained = overtaken.rows.filter(
    ({ since, until }) =>
      !faults.some(
        fault =>
          fault.from <= until.getTime() && fault.until >= since.getTime(),
      ),
  );
  return [...gaps.rows, ...unexplained].map(({ sentence }) => sentence);
}
