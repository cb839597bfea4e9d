import { randomUUID } from 'node:crypto';
import { TransportMessage } from '../transport/EventTransport';

/** A message as the outbox relay makes them. */
export function testMessage(
  fields: Partial<TransportMessage> = {},
): TransportMessage {
  const id = fields.id ?? randomUUID();
  const orderingKey = fields.orderingKey ?? 'change';
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

/** A broker may pay for every key it ever saw (the Pub/Sub emulator does, with a thread), so the tests share a few. */
const KEYS = 8;

/** Several messages; of one key when it is given, otherwise of several. */
export function testMessages(
  count: number,
  orderingKey?: string,
): TransportMessage[] {
  return Array.from({ length: count }, (_, index) =>
    testMessage({ orderingKey: orderingKey ?? `change-${index % KEYS}` }),
  );
}

/** Their ids, in their order. */
export function idsOf(messages: readonly TransportMessage[]): string[] {
  return messages.map(message => message.id);
}
