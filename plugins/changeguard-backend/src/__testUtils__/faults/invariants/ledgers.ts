import { noRows } from './Invariant';

/** What our own tables must say of each other. */
export const ledgers = [
  noRows(
    'every event has one effect for each of its subscribers',
    `select format('%s has not reached %s', o.type, s) as sentence
     from outbox o cross join unnest(o.required_subscribers) s
     where not exists (select from inbox i where i.event_id = o.id and i.subscriber = s)
     union all
     select format('%s is in the inbox of %s without being required', i.event_id, i.subscriber)
     from inbox i left join outbox o on o.id = i.event_id
     where o.id is null or i.subscriber <> all(o.required_subscribers)
     union all
     select format('the audience of %s was frozen %s times', o.id, count(f.id))
     from outbox o left join outbox f on f.type = 'audience.snapshotted'
       and f.payload::jsonb #>> '{data,audience,causedBy}' = o.id::text
     where o.type = 'schema-change.announced'
     group by o.id having count(f.id) <> 1`,
  ),
  noRows(
    'one delivery for each event, channel and recipient, and it arrived',
    `select format('%s has %s deliveries of %s to %s', event_id, count(*), channel, recipient) as sentence
     from deliveries group by event_id, channel, recipient having count(*) <> 1
     union all
     select format('the delivery of %s to %s is %s: %s', channel, recipient, state, last_error)
     from deliveries where state <> 'delivered'`,
  ),
  noRows(
    'nothing was told of a change that was rolled back',
    `select format('%s of %s, which was never written', what, event_id) as sentence
     from (
       select 'a notification' as what, event_id from notifications
       union all select 'a delivery', event_id from deliveries
       union all select 'a channel message', event_id from channel_messages
       union all select 'an audit record', event_id from audit_records where event_id is not null
       union all select 'an inbox row', event_id from inbox
       union all select 'a message', event_id from transport_messages
     ) effects
     where not exists (select from outbox o where o.id = effects.event_id)`,
  ),
  noRows(
    'who is told is who was frozen',
    `with expected as (
       select o.id as event_id, m.user_ref
       from outbox o join audience_members m on m.change_id = o.aggregateid and m.role = 'consumer'
       where o.type = 'audience.snapshotted'
     ), told as (
       select event_id, recipient as user_ref, 'notifications' as ledger from notifications
       union all select event_id, recipient, channel from deliveries
     )
     select format('%s was frozen and is not in %s', e.user_ref, l.ledger) as sentence
     from expected e cross join (values ('notifications'), ('backstage'), ('email')) l(ledger)
     where not exists (
       select from told t where t.event_id = e.event_id and t.user_ref = e.user_ref and t.ledger = l.ledger
     )
     union all
     select format('%s was not frozen and is in %s', t.user_ref, t.ledger)
     from told t join outbox o on o.id = t.event_id and o.type = 'audience.snapshotted'
     where not exists (select from expected e where e.event_id = t.event_id and e.user_ref = t.user_ref)
     union all
     select format('%s is in %s of event %s and not in all ledgers', t.user_ref, min(t.ledger), t.event_id)
     from told t group by t.event_id, t.user_ref having count(distinct t.ledger) <> 3`,
  ),
  noRows(
    'the events of a change are numbered without a gap and handled in their order',
    `select format('change %s counts %s events and has %s', c.id, c.sequence, count(o.id)) as sentence
     from schema_changes c left join outbox o on o.aggregateid = c.id
     group by c.id, c.sequence
     having count(o.id) <> c.sequence or coalesce(max(o.sequence), 0) <> c.sequence
     union all
     select format('event %s was audited after event %s of its change', earlier.sequence, later.sequence)
     from audit_records earlier join audit_records later on later.change_id = earlier.change_id
     where earlier.sequence < later.sequence and earlier.position > later.position
     union all
     select format('%s was notified of event %s after event %s', a.recipient, ea.sequence, eb.sequence)
     from notifications a join outbox ea on ea.id = a.event_id
     join notifications b on b.recipient = a.recipient join outbox eb on eb.id = b.event_id
     where ea.sequence < eb.sequence and a.position > b.position`,
  ),
  noRows(
    'one audit record of success for each event',
    `select format('%s has %s audit records', o.type, count(a.id)) as sentence
     from outbox o left join audit_records a on a.event_id = o.id and a.outcome = 'success'
     group by o.id, o.type having count(a.id) <> 1`,
  ),
];
