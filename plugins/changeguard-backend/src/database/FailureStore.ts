import { Knex } from 'knex';
import { joined, sql } from './SqlFragment';

const longestError = 1_000;

/** An event that does not get on: a subscriber fails on it, or, without a `subscriber`, it cannot be published. */
export interface FailingEvent {
  event_id: string;
  change_id: string;
  type: string;
  subscriber: string | null;
  attempts: number;
  last_error: string;
  last_failed_at: Date | null;
  next_attempt_at: Date | null;
  created_at: Date;
  created_at_exact: string;
}

/** Where a page of failing events ended; `at` to the microsecond. */
export interface FailureKeyset {
  at: string;
  id: string;
  /** Empty for an event that cannot be published. */
  subscriber: string;
}

/** A failure is over when its subscriber has the event: handling events costs no statement more because some once failed. */
const notOver = `not exists (
  select 1 from inbox i where i.event_id = f.event_id and i.subscriber = f.subscriber)`;

/** Remembers which events which subscribers fail on, so that people see what a log would bury. */
export class FailureStore {
  constructor(private readonly knex: Knex) {}

  /** Outside any transaction: that of the handling was rolled back. */
  async remember(failure: {
    eventId: string;
    subscriber: string;
    error: string;
  }): Promise<void> {
    await this.knex.raw(
      `/* FailureStore.remember */
       insert into subscriber_failures as f (event_id, subscriber, last_error) values (?, ?, ?)
       on conflict (event_id, subscriber) do update set
         attempts = f.attempts + 1, last_error = excluded.last_error, last_failed_at = excluded.last_failed_at`,
      [
        failure.eventId,
        failure.subscriber,
        failure.error.slice(0, longestError),
      ],
    );
  }

  /** How many events each subscriber fails on, and has for longer than some time. */
  async bySubscriber({ longerThanMs = 0 } = {}): Promise<
    { subscriber: string; events: number }[]
  > {
    const { rows } = await this.knex.raw<{
      rows: { subscriber: string; events: number }[];
    }>(
      `/* FailureStore.bySubscriber */
       select f.subscriber, count(*)::int as events from subscriber_failures f
       where ${notOver} and f.first_failed_at <= now() - ? * interval '1 millisecond'
       group by f.subscriber order by f.subscriber`,
      [longerThanMs],
    );
    return rows;
  }

  /** The newest `limit` events before a keyset that do not get on. */
  async page(
    before: FailureKeyset | null,
    limit: number,
  ): Promise<FailingEvent[]> {
    return this.select(
      before
        ? sql(
            `(e.created_at, e.event_id, coalesce(e.subscriber, '')) < (?::timestamptz, ?::uuid, ?)`,
            before.at,
            before.id,
            before.subscriber,
          )
        : joined([], 'and'),
      limit,
    );
  }

  /** The failure of a subscriber on an event, when it is not over. */
  async find(
    eventId: string,
    subscriber: string,
  ): Promise<FailingEvent | undefined> {
    const [failing] = await this.select(
      sql('e.event_id = ? and e.subscriber = ?', eventId, subscriber),
      1,
    );
    return failing;
  }

  private async select(
    where: { text: string; values: readonly unknown[] },
    limit: number,
  ): Promise<FailingEvent[]> {
    const { rows } = await this.knex.raw<{ rows: FailingEvent[] }>(
      `/* FailureStore.select */
       select e.*, e.created_at::text as created_at_exact from (
         select o.id as event_id, o.aggregateid as change_id, o.type, o.created_at, null as subscriber,
           o.attempts, o.last_error, null::timestamptz as last_failed_at, o.next_attempt_at
         from outbox o where o.published_at is null and o.last_error is not null
         union all
         select o.id, o.aggregateid, o.type, o.created_at, f.subscriber,
           f.attempts, f.last_error, f.last_failed_at, null
         from subscriber_failures f join outbox o on o.id = f.event_id where ${notOver}
       ) e
       where ${where.text}
       order by e.created_at desc, e.event_id desc, coalesce(e.subscriber, '') desc limit ?`,
      [...where.values, limit] as Knex.RawBinding[],
    );
    return rows;
  }
}
