import { joined, sql, SqlFragment } from '../SqlFragment';
import { DeliveryRow } from '../tables';
import { Transaction } from '../UnitOfWork';

/** Which dead and undeliverable deliveries to try again. */
export interface ReplayFilter {
  id?: string;
  state?: 'dead' | 'undeliverable';
  channel?: string;
  eventId?: string;
  changeId?: string;
  recipient?: string;
  /** Only what had ended by then: what fails again at once is not replayed without end. */
  settledBefore?: string;
}

/** A delivery as it was before it was replayed. */
export type Replayed = Pick<
  DeliveryRow,
  'id' | 'channel' | 'recipient' | 'event_id' | 'change_id'
> & { was: 'dead' | 'undeliverable'; attempts: number };

function conditionsOf(filter: ReplayFilter): SqlFragment {
  const conditions = [
    filter.state
      ? sql('d.standing = ?', filter.state)
      : sql(`d.standing in ('dead', 'undeliverable')`),
  ];
  for (const [column, value] of Object.entries({
    id: filter.id,
    channel: filter.channel,
    event_id: filter.eventId,
    change_id: filter.changeId,
    recipient: filter.recipient,
  })) {
    if (value !== undefined) conditions.push(sql(`d.${column} = ?`, value));
  }
  if (filter.settledBefore) {
    conditions.push(sql('d.settled_at < ?::timestamptz', filter.settledBefore));
  }
  return joined(conditions, 'and');
}

/** Makes deliveries pending again, the oldest first, as if they had never been tried; answers what they were. */
export async function replayDeliveries(
  tx: Transaction,
  filter: ReplayFilter,
  limit: number,
): Promise<Replayed[]> {
  const where = conditionsOf(filter);
  const { rows } = await tx.raw<{ rows: Replayed[] }>(
    `/* replayDeliveries */
     with ended as (
       select d.id, d.standing, d.attempts from deliveries d
       where ${where.text}
       order by d.created_at, d.id limit ?
       for update skip locked
     )
     update deliveries d set
       state = 'pending', attempts = 0, last_error = null, next_attempt_at = clock_timestamp(),
       settled_at = null, lease_token = null, lease_until = null
     from ended where d.id = ended.id
     returning d.id, d.channel, d.recipient, d.event_id, d.change_id, ended.standing as was, ended.attempts`,
    [...where.values, limit] as string[],
  );
  return rows;
}

/** Whether any would be replayed. */
export async function hasReplayable(
  tx: Transaction,
  filter: ReplayFilter,
): Promise<boolean> {
  const where = conditionsOf(filter);
  const { rows } = await tx.raw<{ rows: { any: boolean }[] }>(
    `/* hasReplayable */ select exists (select from deliveries d where ${where.text}) as any`,
    where.values as string[],
  );
  return rows[0].any;
}
