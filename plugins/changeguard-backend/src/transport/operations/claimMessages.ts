import { Knex } from 'knex';
import { TransportMessageRow } from '../../database/tables';

/** A leased message. `position` and `lease_token` name the lease. */
export type ClaimedMessage = Pick<
  TransportMessageRow,
  'position' | 'event_id' | 'ordering_key' | 'attributes' | 'data' | 'attempts'
> & { lease_token: string };

/**
 * Leases up to `limit` messages of a subscription for `leaseMs`, on the database's clock: of each ordering key the oldest
 * one only, and only while nobody holds it, so that a key is in one hand at a time. Replicas skip each other's rows.
 */
export async function claimMessages(
  knex: Knex,
  options: {
    subscription: string;
    limit: number;
    leaseMs: number;
    token: string;
  },
): Promise<ClaimedMessage[]> {
  const { rows } = await knex.raw<{ rows: ClaimedMessage[] }>(
    `/* claimMessages */
    with due as (
      select m.position from transport_messages m
      where m.subscription = :subscription
        and m.available_at <= now()
        and (m.lease_until is null or m.lease_until <= now())
        and not exists (
          select 1 from transport_messages earlier
          where earlier.subscription = m.subscription
            and earlier.ordering_key = m.ordering_key
            and earlier.position < m.position)
      order by m.position
      limit :limit
      for update skip locked)
    update transport_messages m
    set lease_token = :token,
        lease_until = now() + :leaseMs * interval '1 millisecond',
        attempts = m.attempts + 1
    from due
    where m.subscription = :subscription and m.position = due.position
    returning m.position, m.event_id, m.ordering_key, m.attributes, m.data, m.attempts, m.lease_token`,
    options,
  );
  return rows;
}
