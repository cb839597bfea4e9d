import { EventTransport, TransportMessage } from '../transport/EventTransport';

/** Publishes a batch and expects that the broker took every message. */
export async function publishAll(
  transport: EventTransport,
  messages: readonly TransportMessage[],
): Promise<void> {
  const outcomes = await transport.publish(messages);
  expect(outcomes).toEqual(messages.map(() => ({ outcome: 'published' })));
}
