import {
  ChangeGuardEvent,
  changeGuardEventTypes,
} from '@changeguard/backstage-plugin-changeguard-common';
import { NotificationChannel } from '@changeguard/backstage-plugin-changeguard-node';
import { Transaction } from '../database/UnitOfWork';
import { DeliveryLedger } from '../deliveries/DeliveryLedger';
import { PreparingSubscriber } from './EventSubscriber';
import { freezeDeliveries } from './freezeDeliveries';
import { PreparedTelling, TellingPreparer } from './TellingPreparer';

/** Freezes what the channels of one subscriber, such as e-mail, must deliver. */
export class ChannelSubscriber
  implements PreparingSubscriber<PreparedTelling | null>
{
  readonly id: string;
  readonly types = changeGuardEventTypes;

  constructor(
    private readonly deps: {
      id: string;
      preparer: TellingPreparer;
      deliveries: DeliveryLedger;
      channels: readonly NotificationChannel[];
      wakeWorkers: () => void;
    },
  ) {
    this.id = deps.id;
  }

  async prepare(event: ChangeGuardEvent): Promise<PreparedTelling | null> {
    return this.deps.preparer.prepare(event);
  }

  async apply(
    tx: Transaction,
    _event: ChangeGuardEvent,
    told: PreparedTelling | null,
    { traceparent }: { traceparent: string | null },
  ): Promise<void> {
    if (told) await freezeDeliveries(tx, this.deps, told, traceparent);
  }

  committed(_event: ChangeGuardEvent, told: PreparedTelling | null): void {
    if (told) this.deps.wakeWorkers();
  }
}
