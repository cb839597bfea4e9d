import type pg from 'pg';
import type { Step, Work } from './recoveryTimes.ts';

/** How many pieces of work that began before a moment are still open: events to publish, events that a subscriber misses, deliveries that are due. */
export async function openWork(
  changeguard: pg.Pool,
  before: number,
): Promise<number> {
  const { rows } = await changeguard.query<{ open: string }>(
    `select (
       select count(*) from outbox where created_at <= to_timestamp($1 / 1000.0) and published_at is null
     ) + (
       select count(*) from outbox o cross join unnest(o.required_subscribers) s
       where o.created_at <= to_timestamp($1 / 1000.0) and not exists (
         select 1 from inbox i where i.event_id = o.id and i.subscriber = s)
     ) + (
       select count(*) from deliveries where created_at <= to_timestamp($1 / 1000.0) and state = 'pending'
     ) as open`,
    [before],
  );
  return Number(rows[0].open);
}

/**
 * All work that was done, with its times. Deliveries that failed on the way (a mail that was cut) waited for their next attempt and
 * not for whoever died, so they are left out.
 *
 * An event remembers only when it was published last. Where that was not the first time, publishing it began when it was given back, because
 * a subscriber missed it: giving back begins the count of attempts anew, so only then is a first attempt due later than the event was written.
 */
export async function doneWork(
  changeguard: pg.Pool,
  failedDeliveries: readonly string[],
): Promise<Work[]> {
  const { rows } = await changeguard.query<{
    step: Step;
    since: Date;
    done_at: Date;
  }>(
    `select 'publish' as step,
       case when attempts = 1 and next_attempt_at > created_at then next_attempt_at else created_at end as since,
       published_at as done_at
     from outbox where published_at is not null
     union all
     select 'handle', o.created_at, i.handled_at from outbox o join inbox i on i.event_id = o.id
     union all
     select 'deliver', created_at, settled_at from deliveries where settled_at is not null and not id = any($1::uuid[])`,
    [failedDeliveries],
  );
  return rows.map(({ step, since, done_at: doneAt }) => ({
    step,
    since: since.getTime(),
    doneAt: doneAt.getTime(),
  }));
}
