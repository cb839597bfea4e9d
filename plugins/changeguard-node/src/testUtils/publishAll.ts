import assert from 'node:assert/strict';
import { EventTransport, TransportMessage } from '../transport/EventTransport';

/** Publishes a batch and expects that the broker took every message. */
export async function publishAll(
  transport: EventTransport,
  messages: readonly TransportMessage[],
): Promise<void> {
  const outcomes = await transport.publish(messages);
  assert.deepEqual(
    outcomes,
    messages.map(() => ({ outcome: 'published' })),
  );
}
