import { Knex } from 'knex';
import { TransportMessage } from '@changeguard/backstage-plugin-changeguard-node';

/**
 * Writes one row per (message, subscription), all or none. The identity column is filled after the sort, so rows of one
 * subscription are in the order of the batch.
 */
export async function insertMessages(
  knex: Knex,
  messages: readonly TransportMessage[],
  subscriptions: readonly string[],
): Promise<void> {
  await knex.raw(
    `/* insertMessages */
    insert into transport_messages (subscription, event_id, ordering_key, attributes, data)
    select s.subscription, m.event_id, m.ordering_key, m.attributes::jsonb, m.data
    from unnest(cast(:ids as uuid[]), cast(:keys as text[]), cast(:attributes as text[]), cast(:data as text[]))
      with ordinality as m (event_id, ordering_key, attributes, data, ordinal)
    cross join unnest(cast(:subscriptions as text[])) as s (subscription)
    order by m.ordinal`,
    {
      ids: messages.map(message => message.id),
      keys: messages.map(message => message.orderingKey),
      attributes: messages.map(message => JSON.stringify(message.attributes)),
      data: messages.map(message => message.data),
      subscriptions: [...subscriptions],
    },
  );
}
