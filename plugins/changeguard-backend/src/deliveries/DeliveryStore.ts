import { ChannelMessage } from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { DeliveryRow, StoredDeliveryState } from '../database/tables';

/** Deliveries of one event in the hands of a worker. */
export interface ClaimedDeliveries {
  message: ChannelMessage;
  traceparent: string | null;
  deliveries: Pick<DeliveryRow, 'id' | 'recipient' | 'reason' | 'attempts'>[];
}

/** What becomes of deliveries that ended alike. */
export interface Settled {
  ids: readonly string[];
  state: StoredDeliveryState;
  error: string | null;
  /** For those that stay pending. */
  retryInMs: number;
}

/**
 * Deliveries as the workers see them.
 *
 * States: pending → leased (pending with a token) → delivered | undeliverable | dead, or pending again with a later attempt.
 * A lease also moves `next_attempt_at` to its own end, so that whoever looks for due work does not read leased rows, and
 * finds them by themselves once the lease has ended. Times are the database's.
 */
export class DeliveryStore {
  constructor(private readonly knex: Knex) {}

  /** Leases up to `limit` due deliveries of the event whose turn is longest due; null when there is nothing to do. */
  async claim(options: {
    channel: string;
    token: string;
    limit: number;
    leaseMs: number;
  }): Promise<ClaimedDeliveries | null> {
    const { rows } = await this.knex.raw<{
      rows: (ClaimedDeliveries['deliveries'][number] & {
        message: ChannelMessage;
        traceparent: string | null;
      })[];
    }>(
      `/* DeliveryStore.claim */
       with next as (
         select event_id from deliveries
         where channel = :channel and state = 'pending' and next_attempt_at <= clock_timestamp()
         order by next_attempt_at
         limit 1
         for update skip locked
       ), due as (
         select event_id, channel, recipient from deliveries
         where event_id = (select event_id from next) and channel = :channel
           and state = 'pending' and next_attempt_at <= clock_timestamp()
         order by recipient
         limit :limit
         for update skip locked
       ), claimed as (
         update deliveries d set
           lease_token = :token,
           lease_until = clock_timestamp() + :leaseMs * interval '1 millisecond',
           next_attempt_at = clock_timestamp() + :leaseMs * interval '1 millisecond',
           attempts = d.attempts + 1
         from due
         where d.event_id = due.event_id and d.channel = due.channel and d.recipient = due.recipient
         returning d.id, d.recipient, d.reason, d.attempts, d.event_id
       )
       select c.id, c.recipient, c.reason, c.attempts, m.message, m.traceparent
       from claimed c
       join channel_messages m on m.event_id = c.event_id and m.channel = :channel
       order by c.recipient`,
      options,
    );
    if (rows.length === 0) return null;
    return {
      message: rows[0].message,
      traceparent: rows[0].traceparent,
      deliveries: rows.map(
        ({ message: _, traceparent: __, ...delivery }) => delivery,
      ),
    };
  }

  /** Closes deliveries that are still in this claim's hands; answers how many. */
  async settle(token: string, settled: Settled): Promise<number> {
    const { rowCount } = await this.knex.raw<{ rowCount: number }>(
      `/* DeliveryStore.settle */
       update deliveries set
         state = :state,
         last_error = :error,
         next_attempt_at = clock_timestamp() + :retryInMs * interval '1 millisecond',
         settled_at = case when :state = 'pending' then null else clock_timestamp() end,
         lease_token = null,
         lease_until = null
       where id = any(cast(:ids as uuid[])) and lease_token = :token`,
      { ...settled, ids: [...settled.ids], token },
    );
    return rowCount;
  }
}
