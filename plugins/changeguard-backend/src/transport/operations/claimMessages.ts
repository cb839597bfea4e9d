import { Knex } from 'knex';
import { TransportMessageRow } from '../../database/tables';

/** A leased message. `position` and `lease_token` name the lease. */
export type ClaimedMessage = Pick<
  TransportMessageRow,
  'position' | 'event_id' | 'ordering_key' | 'attributes' | 'data' | 'attempts'
> & { lease_token: string };

/** A claimed message, or nulls where there is none, beside what the statement looked at. */
type Row = (ClaimedMessage | { position: null }) & {
  last_key: string | null;
  looked_at: number;
  last_claimed: string | null;
};

/** What one look at the queue found, and the key after which to look next; null when it was the last one. */
export interface Claim {
  messages: ClaimedMessage[];
  lookedUntil: string | null;
}

/** How many keys one statement looks at, at least; the others are left to the next statement. */
const FEWEST_KEYS = 30;

/**
 * Leases up to `limit` messages of a subscription for `leaseMs`, on the database's clock: of each ordering key the oldest
 * one only, and only while nobody holds it, so that a key is in one hand at a time. Replicas skip each other's rows.
 *
 * It walks the index from key to key, beginning after the key `after`, and so takes no longer when a key has thousands of
 * messages (filtering the queue by position took 0.7 s behind a key with 50,000). Rows are then found by their place
 * (ctid), which needs no statistics: those of a queue are always out of date.
 */
export async function claimMessages(
  knex: Knex,
  options: {
    subscription: string;
    after: string;
    limit: number;
    leaseMs: number;
    token: string;
  },
): Promise<Claim> {
  const keys = Math.max(FEWEST_KEYS, 2 * options.limit);
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `/* claimMessages */
    with recursive oldest as (
      (select m.ordering_key, m.ctid as place, m.available_at, m.lease_until, 1 as n
        from transport_messages m
        where m.subscription = :subscription and m.ordering_key > :after
        order by m.ordering_key, m.position
        limit 1)
      union all
      select next.*, previous.n + 1
      from oldest previous cross join lateral (
        select m.ordering_key, m.ctid as place, m.available_at, m.lease_until
        from transport_messages m
        where m.subscription = :subscription and m.ordering_key > previous.ordering_key
        order by m.ordering_key, m.position
        limit 1) next
      where previous.n < :keys),
    due as (
      select m.ctid as place from transport_messages m
      where m.ctid = any(array(
          select o.place from oldest o
          where o.available_at <= now() and (o.lease_until is null or o.lease_until <= now())))
        and m.available_at <= now()
        and (m.lease_until is null or m.lease_until <= now())
      order by m.ordering_key
      limit :limit
      for update skip locked),
    claimed as (
      update transport_messages m
      set lease_token = :token,
          lease_until = now() + :leaseMs * interval '1 millisecond',
          attempts = m.attempts + 1
      from due
      where m.ctid = due.place
      returning m.position, m.event_id, m.ordering_key, m.attributes, m.data, m.attempts, m.lease_token)
    select claimed.*, looked.last_key, looked.looked_at::int,
      (select max(ordering_key) from claimed) as last_claimed
    from (select max(ordering_key) as last_key, count(*) as looked_at from oldest) looked
    left join claimed on true`,
    { ...options, keys },
  );
  const messages = rows.flatMap(row => (row.position === null ? [] : [row]));
  const [{ last_key, looked_at, last_claimed }] = rows;
  if (messages.length === options.limit) {
    return { messages, lookedUntil: last_claimed };
  }
  return { messages, lookedUntil: looked_at < keys ? null : last_key };
}
