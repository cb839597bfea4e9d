import { NotificationChannel } from '@changeguard/backstage-plugin-changeguard-node';
import { Transaction } from '../database/UnitOfWork';
import { DeliveryLedger } from '../deliveries/DeliveryLedger';
import { PreparedTelling } from './TellingPreparer';

/** Freezes, for each channel, the recipients who have not switched it off. */
export async function freezeDeliveries(
  tx: Transaction,
  deps: {
    deliveries: DeliveryLedger;
    channels: readonly NotificationChannel[];
  },
  told: PreparedTelling,
  traceparent: string | null,
): Promise<void> {
  for (const channel of deps.channels) {
    await deps.deliveries.freeze(
      tx,
      channel.id,
      told.message,
      told.recipients.filter(recipient => recipient[channel.preference]),
      traceparent,
    );
  }
}
