import { randomUUID } from 'node:crypto';
import { TransportMessage } from '../transport/EventTransport';

/** A message as the outbox relay makes them. */
export function testMessage(
  fields: Partial<TransportMessage> = {},
): TransportMessage {
  const id = fields.id ?? randomUUID();
  const orderingKey = fields.orderingKey ?? randomUUID();
  return {
    data: JSON.stringify({ id }),
    attributes: {
      eventId: id,
      type: 'schema-change.announced',
      schemaVersion: '1',
      changeId: orderingKey,
    },
    ...fields,
    id,
    orderingKey,
  };
}

/** Several messages; of one key when it is given, otherwise of as many keys. */
export function testMessages(
  count: number,
  orderingKey?: string,
): TransportMessage[] {
  return Array.from({ length: count }, () => testMessage({ orderingKey }));
}

/** Their ids, in their order. */
export function idsOf(messages: readonly TransportMessage[]): string[] {
  return messages.map(message => message.id);
}
