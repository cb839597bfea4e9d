import { ChannelMessage } from '@changeguard/backstage-plugin-changeguard-node';
import { Transaction } from '../database/UnitOfWork';
import { Ids } from '../ports/Ids';

/** Freezes who must be reached by a channel: one row per (event, channel, recipient), its primary key. */
export class DeliveryLedger {
  constructor(private readonly deps: { ids: Ids }) {}

  async freeze(
    tx: Transaction,
    channel: string,
    message: ChannelMessage,
    recipients: readonly { userRef: string; reason: string }[],
    /** Sending goes on in its trace. */
    traceparent: string | null = null,
  ): Promise<void> {
    if (recipients.length === 0) return;
    await tx.raw(
      `/* DeliveryLedger.freezeMessage */
       insert into channel_messages (event_id, channel, change_id, message, traceparent)
       values (:eventId, :channel, :changeId, cast(:message as jsonb), :traceparent)
       on conflict do nothing`,
      {
        eventId: message.eventId,
        channel,
        changeId: message.changeId,
        message: JSON.stringify(message),
        traceparent,
      },
    );
    await tx.raw(
      `/* DeliveryLedger.freezeRecipients */
       insert into deliveries (event_id, channel, recipient, id, change_id, reason, state)
       select cast(:eventId as uuid), :channel, told.recipient, told.id, cast(:changeId as uuid), told.reason, 'pending'
       from unnest(cast(:recipients as text[]), cast(:ids as uuid[]), cast(:reasons as text[])) as told(recipient, id, reason)
       on conflict do nothing`,
      {
        eventId: message.eventId,
        channel,
        changeId: message.changeId,
        recipients: recipients.map(({ userRef }) => userRef),
        ids: recipients.map(() => this.deps.ids.next()),
        reasons: recipients.map(({ reason }) => reason),
      },
    );
  }
}
