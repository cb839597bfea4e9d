import { Knex } from 'knex';
import { PreparedStatements } from '../database/PreparedStatements';
import { OutboxRow } from '../database/tables';

/** A row in the hands of a relay. */
export type ClaimedEvent = Pick<
  OutboxRow,
  | 'id'
  | 'position'
  | 'aggregateid'
  | 'type'
  | 'payload'
  | 'sequence'
  | 'attempts'
  | 'traceparent'
>;

/** What a claim found. */
export interface OutboxClaim {
  /** In the order of their positions. */
  events: ClaimedEvent[];
  /** The highest position that was given out so far, to whoever has not committed yet as well. */
  highest: string;
}

/** An event, or nulls where there is none, beside the highest position. */
type ClaimRow = (ClaimedEvent | { id: null }) & { highest: string };

/** What was closed. */
export interface FinishedEvents {
  finished: number;
  /** How many of them a subscriber never handled that was taken out of the portal. */
  unhandled: { subscriber: string; events: number }[];
}

/** How far the outbox is behind. */
export interface OutboxBacklog {
  unpublished: number;
  oldestAt: Date | null;
  /** Milliseconds since then; 0 when nothing waits. */
  oldestUnpublishedMs: number;
}

/** Events in one claim: enough that claiming costs little for each, few enough that all are published within a lease. */
const CLAIM_SIZE = 200;

/**
 * The older event is looked up for each candidate, by the index of its change. As `not exists` it would be one join over all entries
 * of unpublished events, among them those that a long transaction elsewhere keeps: 0.9 ms more after a minute, and growing.
 */
const claimText = `/* OutboxStore.claim */
  with claimed as (
    update outbox set
      lease_token = ?,
      lease_until = clock_timestamp() + ? * interval '1 millisecond',
      attempts = attempts + 1
    where id in (
      select o.id from outbox o
      where o.published_at is null
        and o.position >= ?
        and o.next_attempt_at <= clock_timestamp()
        and (o.lease_until is null or o.lease_until < clock_timestamp())
        and (
          select true from outbox earlier
          where earlier.aggregateid = o.aggregateid
            and earlier.sequence < o.sequence
            and earlier.published_at is null
          limit 1
        ) is null
      order by o.position
      limit ${CLAIM_SIZE}
      for update of o skip locked
    )
    returning id, position, aggregateid, type, payload, sequence, attempts, traceparent
  )
  select claimed.*, given.highest
  from (select coalesce(pg_sequence_last_value(pg_get_serial_sequence('outbox', 'position')::regclass), 0) as highest) given
  left join claimed on true
  order by claimed.position`;

/**
 * The outbox as the relay and the reconciler see it.
 *
 * An event's states: written → claimed (leased, with a token) → published → finished; a claim that fails, or whose lease
 * ends, goes back to written; a published event that a subscriber misses goes back to written, too. Every closing write
 * names its token, so that a relay which was frozen beyond its lease changes nothing. All times are the database's.
 */
export class OutboxStore {
  private readonly prepared: PreparedStatements;

  constructor(private readonly knex: Knex) {
    this.prepared = new PreparedStatements(knex);
  }

  /**
   * Leases the oldest unpublished event of each change, where it is due and free and its position is not below `from`, at most
   * {@link CLAIM_SIZE}. Claimed by state and not by position: positions commit out of order. The events of one change take their
   * positions and commit in the order of their sequence, since its row is locked; whether an older one is unpublished is asked without
   * `from`. Prepared, because planning it took a third of the time that one event waits to be published.
   */
  async claim(options: {
    token: string;
    leaseMs: number;
    from: bigint;
  }): Promise<OutboxClaim> {
    const rows = await this.prepared.rows<ClaimRow>(claimText, [
      options.token,
      options.leaseMs,
      String(options.from),
    ]);
    return {
      events: rows.flatMap(({ highest, ...row }) =>
        row.id === null ? [] : [row],
      ),
      highest: rows[0].highest,
    };
  }

  /** Answers how many were still in this claim's hands. */
  async markPublished(ids: readonly string[], token: string): Promise<number> {
    const { rowCount } = await this.knex.raw<{ rowCount: number }>(
      `/* OutboxStore.markPublished */
       update outbox set published_at = clock_timestamp(), lease_token = null, lease_until = null, last_error = null
       where id = any(cast(:ids as uuid[])) and lease_token = :token`,
      { ids: [...ids], token },
    );
    return rowCount;
  }

  async markFailed(failure: {
    id: string;
    token: string;
    retryInMs: number;
    error: string;
  }): Promise<number> {
    const { rowCount } = await this.knex.raw<{ rowCount: number }>(
      `/* OutboxStore.markFailed */
       update outbox set
         next_attempt_at = clock_timestamp() + :retryInMs * interval '1 millisecond',
         lease_token = null, lease_until = null, last_error = :error
       where id = :id and lease_token = :token`,
      failure,
    );
    return rowCount;
  }

  /**
   * Closes the events that all of their subscribers have handled. A subscriber that is not among `subscribers` and has not
   * come back for `abandonedMs` was taken out of the portal, and is not waited for any longer.
   */
  async finish(options: {
    subscribers: readonly string[];
    abandonedMs: number;
    limit: number;
  }): Promise<FinishedEvents> {
    const { rows } = await this.knex.raw<{
      rows: { finished: number; subscriber: string | null; events: number }[];
    }>(
      `/* OutboxStore.finish */
       with finished as (
         update outbox set finished_at = clock_timestamp()
         where id in (
           select o.id from outbox o
           where o.published_at is not null and o.finished_at is null
             and not exists (
               select 1 from unnest(o.required_subscribers) as required(subscriber)
               where not exists (
                 select 1 from inbox i where i.event_id = o.id and i.subscriber = required.subscriber
               ) and not (
                 required.subscriber <> all(cast(:subscribers as text[]))
                 and o.created_at < clock_timestamp() - :abandonedMs * interval '1 millisecond'
               )
             )
           limit :limit
           for update of o skip locked
         )
         returning id, required_subscribers
       )
       select (select count(*)::int from finished) as finished, unhandled.*
       from (select) one left join (
         select required.subscriber, count(*)::int as events
         from finished f cross join unnest(f.required_subscribers) as required(subscriber)
         where required.subscriber <> all(cast(:subscribers as text[]))
           and not exists (
             select 1 from inbox i where i.event_id = f.id and i.subscriber = required.subscriber
           )
         group by required.subscriber
       ) unhandled on true`,
      { ...options, subscribers: [...options.subscribers] },
    );
    return {
      finished: rows[0].finished,
      unhandled: rows.flatMap(({ subscriber, events }) =>
        subscriber === null ? [] : [{ subscriber, events }],
      ),
    };
  }

  /**
   * Gives back to the relay what was published longer than `patienceMs` ago, and is not finished; the patience with an event
   * grows with its age, up to an hour, so that one whose subscriber keeps failing is not published without end.
   */
  async republish(options: {
    patienceMs: number;
    limit: number;
  }): Promise<{ id: string; type: string; missing: string[] }[]> {
    const { rows } = await this.knex.raw<{
      rows: { id: string; type: string; missing: string[] }[];
    }>(
      `/* OutboxStore.republish */
       update outbox o set published_at = null, next_attempt_at = clock_timestamp(), attempts = 0
       where o.id in (
         select id from outbox
         where published_at is not null and finished_at is null
           and published_at < clock_timestamp() - least(
             interval '1 hour',
             greatest(:patienceMs * interval '1 millisecond', published_at - created_at)
           )
         order by published_at
         limit :limit
         for update skip locked
       )
       returning o.id, o.type, array(
         select required.subscriber from unnest(o.required_subscribers) as required(subscriber)
         where not exists (
           select 1 from inbox i where i.event_id = o.id and i.subscriber = required.subscriber
         )
       ) as missing`,
      options,
    );
    return rows;
  }

  async backlog(): Promise<OutboxBacklog> {
    const { rows } = await this.knex.raw<{
      rows: {
        unpublished: string;
        oldest_at: Date | null;
        oldest_ms: string | null;
      }[];
    }>(
      `/* OutboxStore.backlog */
       select count(*) as unpublished, min(created_at) as oldest_at,
         extract(epoch from clock_timestamp() - min(created_at)) * 1000 as oldest_ms
       from outbox where published_at is null`,
    );
    return {
      unpublished: Number(rows[0].unpublished),
      oldestAt: rows[0].oldest_at,
      oldestUnpublishedMs: Number(rows[0].oldest_ms ?? 0),
    };
  }
}
