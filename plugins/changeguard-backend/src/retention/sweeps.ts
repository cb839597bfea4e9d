import { Knex } from 'knex';
import { Transaction } from '../database/UnitOfWork';

/** Each sweep deletes at most `limit` rows older than `ageMs`, and answers how many. */
async function deleted(
  knex: Knex,
  statement: string,
  ageMs: number,
  limit: number,
): Promise<number> {
  const { rowCount } = await knex.raw<{ rowCount: number }>(statement, {
    ageMs,
    limit,
  });
  return rowCount;
}

/** Resolved or withdrawn changes that nothing has happened to for `ageMs`, and of which everything is finished. */
export async function findOldChanges(
  knex: Knex,
  ageMs: number,
  limit: number,
): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `/* sweeps.findOldChanges */
     select c.id from schema_changes c
     where c.status in ('resolved', 'withdrawn')
       and c.updated_at < clock_timestamp() - :ageMs * interval '1 millisecond'
       and not exists (select 1 from outbox o where o.aggregateid = c.id and o.finished_at is null)
       and not exists (select 1 from deliveries d where d.change_id = c.id and d.state = 'pending')
     order by c.updated_at
     limit :limit`,
    { ageMs, limit },
  );
  return rows.map(({ id }) => id);
}

/** Counts up the versions of those who lose unread ones, in the same transaction. */
export async function deleteOldNotifications(
  tx: Transaction,
  ageMs: number,
  limit: number,
): Promise<number> {
  const { rows } = await tx.raw<{ rows: { recipient: string }[] }>(
    `/* sweeps.deleteOldNotifications */
     delete from notifications where id in (
       select id from notifications
       where created_at < clock_timestamp() - :ageMs * interval '1 millisecond'
       order by created_at limit :limit
       for update skip locked
     ) returning recipient`,
    { ageMs, limit },
  );
  const recipients = [...new Set(rows.map(({ recipient }) => recipient))];
  await tx.raw(
    `/* sweeps.bumpVersions */
     update notification_versions set version = version + 1 where recipient in (
       select recipient from notification_versions where recipient = any(?::text[])
       order by recipient for update
     )`,
    [recipients],
  );
  return rows.length;
}

/** Of open changes they stay: the page shows who was reached. */
export const deleteOldDeliveries = (knex: Knex, ageMs: number, limit: number) =>
  deleted(
    knex,
    `/* sweeps.deleteOldDeliveries */
     delete from deliveries where id in (
       select d.id from deliveries d
       join schema_changes c on c.id = d.change_id
       where d.state in ('delivered', 'undeliverable')
         and d.settled_at < clock_timestamp() - :ageMs * interval '1 millisecond'
         and c.status in ('resolved', 'withdrawn')
       limit :limit
     )`,
    ageMs,
    limit,
  );

export const deleteOldChannelMessages = (
  knex: Knex,
  ageMs: number,
  limit: number,
) =>
  deleted(
    knex,
    `/* sweeps.deleteOldChannelMessages */
     delete from channel_messages where (event_id, channel) in (
       select m.event_id, m.channel from channel_messages m
       where m.created_at < clock_timestamp() - :ageMs * interval '1 millisecond'
         and not exists (select 1 from deliveries d where d.event_id = m.event_id and d.channel = m.channel)
       limit :limit
     )`,
    ageMs,
    limit,
  );

export const deleteOldInboxRows = (knex: Knex, ageMs: number, limit: number) =>
  deleted(
    knex,
    `/* sweeps.deleteOldInboxRows */
     delete from inbox where (event_id, subscriber) in (
       select i.event_id, i.subscriber from inbox i
       where i.handled_at < clock_timestamp() - :ageMs * interval '1 millisecond'
         and not exists (select 1 from outbox o where o.id = i.event_id and o.finished_at is null)
       order by i.handled_at
       limit :limit
     )`,
    ageMs,
    limit,
  );

export const deleteOldOutboxRows = (knex: Knex, ageMs: number, limit: number) =>
  deleted(
    knex,
    `/* sweeps.deleteOldOutboxRows */
     delete from outbox where id in (
       select id from outbox
       where finished_at < clock_timestamp() - :ageMs * interval '1 millisecond'
       order by finished_at
       limit :limit
     )`,
    ageMs,
    limit,
  );

export const deleteOldIdempotencyKeys = (
  knex: Knex,
  ageMs: number,
  limit: number,
) =>
  deleted(
    knex,
    `/* sweeps.deleteOldIdempotencyKeys */
     delete from idempotency_keys where (caller, operation, key) in (
       select caller, operation, key from idempotency_keys
       where created_at < clock_timestamp() - :ageMs * interval '1 millisecond'
       limit :limit
     )`,
    ageMs,
    limit,
  );
