const limit = 'limit :limit';
const olderThan = (column: string) =>
  `${column} < clock_timestamp() - :ageMs * interval '1 millisecond'`;

/** By what they delete: at most `limit` rows older than `ageMs`, none that something unfinished needs. */
export const sweepStatements = {
  // Of open changes they stay: the page shows who was reached.
  deliveries: `/* sweepStatements.deliveries */
    delete from deliveries where id in (
      select d.id from deliveries d
      join schema_changes c on c.id = d.change_id
      where d.state in ('delivered', 'undeliverable')
        and ${olderThan('d.settled_at')}
        and c.status in ('resolved', 'withdrawn')
      ${limit}
    )`,

  'channel messages': `/* sweepStatements.channelMessages */
    delete from channel_messages where (event_id, channel) in (
      select m.event_id, m.channel from channel_messages m
      where ${olderThan('m.created_at')}
        and not exists (
          select 1 from deliveries d
          where d.event_id = m.event_id and d.channel = m.channel
        )
      ${limit}
    )`,

  // As long as an event is unfinished it is published again to all its subscribers, and from the last time on the broker may bring it
  // for a while. Only its inbox rows keep it from having a second effect.
  'inbox rows': `/* sweepStatements.inboxRows */
    delete from inbox where (event_id, subscriber) in (
      select i.event_id, i.subscriber from inbox i
      where ${olderThan('i.handled_at')}
        and not exists (
          select 1 from outbox o
          where o.id = i.event_id
            and (o.finished_at is null or not ${olderThan('o.finished_at')})
        )
      order by i.handled_at
      ${limit}
    )`,

  'outbox rows': `/* sweepStatements.outboxRows */
    delete from outbox where id in (
      select id from outbox
      where ${olderThan('finished_at')}
      order by finished_at
      ${limit}
    )`,

  // Over when their event was handled, or has gone; kept for a while, because they say what was wrong.
  'subscriber failures': `/* sweepStatements.subscriberFailures */
    delete from subscriber_failures where (event_id, subscriber) in (
      select f.event_id, f.subscriber from subscriber_failures f
      where ${olderThan('f.last_failed_at')}
        and not exists (
          select 1 from outbox o
          where o.id = f.event_id and o.finished_at is null
        )
      ${limit}
    )`,

  // The newest that can be compared with stays, and so do those that an open change names.
  revisions: `/* sweepStatements.revisions */
    delete from revisions where id in (
      select r.id from revisions r
      where ${olderThan('r.created_at')}
        and exists (
          select 1 from revisions n
          where n.entity_ref = r.entity_ref and n.position > r.position and n.readable
        )
        and not exists (
          select 1 from schema_changes c
          where c.entity_ref = r.entity_ref and c.status in ('draft', 'announced', 'released')
            and r.id in (c.base_revision_id, c.latest_revision_id)
        )
      ${limit}
    )`,

  // One that is stored again meanwhile has a new time, so that it is not deleted with a revision on its way to it.
  definitions: `/* sweepStatements.definitions */
    delete from definitions d where d.hash in (
      select o.hash from definitions o
      where ${olderThan('o.created_at')}
        and not exists (select 1 from revisions r where r.hash = o.hash)
      ${limit}
    ) and ${olderThan('d.created_at')}`,

  'idempotency keys': `/* sweepStatements.idempotencyKeys */
    delete from idempotency_keys where (caller, operation, key) in (
      select caller, operation, key from idempotency_keys
      where ${olderThan('created_at')}
      order by created_at
      ${limit}
    )`,
} as const;
