import {
  ChangeGuardEvent,
  changeGuardEventTypes,
} from '@changeguard/backstage-plugin-changeguard-common';
import { NotificationChannel } from '@changeguard/backstage-plugin-changeguard-node';
import { SignalPublisher } from '../channels/SignalPublisher';
import { ConcernedReader } from '../database/ConcernedReader';
import { NotificationLedger } from '../database/NotificationLedger';
import { Transaction } from '../database/UnitOfWork';
import { DeliveryLedger } from '../deliveries/DeliveryLedger';
import { PreparingSubscriber } from './EventSubscriber';
import { freezeDeliveries } from './freezeDeliveries';
import { notificationText } from './notificationText';
import { PreparedTelling, TellingPreparer } from './TellingPreparer';

interface Prepared {
  told: PreparedTelling | null;
  /** Whose open pages show something else now. */
  concerned: string[];
}

/**
 * Writes the in-app notifications of an event and freezes what the portal's own notifications must be fed; afterwards tells
 * open pages to look again.
 */
export class NotificationSubscriber implements PreparingSubscriber<Prepared> {
  readonly id = 'notification';
  readonly types = changeGuardEventTypes;

  constructor(
    private readonly deps: {
      preparer: TellingPreparer;
      concerned: ConcernedReader;
      notifications: NotificationLedger;
      deliveries: DeliveryLedger;
      channels: readonly NotificationChannel[];
      signals: SignalPublisher;
      wakeWorkers: () => void;
    },
  ) {}

  async prepare(event: ChangeGuardEvent): Promise<Prepared> {
    const [told, concerned] = await Promise.all([
      this.deps.preparer.prepare(event),
      this.deps.concerned.concerned(event),
    ]);
    return { told, concerned };
  }

  async apply(
    tx: Transaction,
    event: ChangeGuardEvent,
    { told }: Prepared,
    { traceparent }: { traceparent: string | null },
  ): Promise<void> {
    if (!told) return;
    const { change, facts, message } = told;
    await this.deps.notifications.add(
      tx,
      { eventId: event.id, change, link: message.link },
      told.recipients
        .filter(({ inApp }) => inApp)
        .map(({ userRef, type }) => ({
          recipient: userRef,
          type,
          ...notificationText(type, facts),
        })),
    );
    await freezeDeliveries(tx, this.deps, told, traceparent);
  }

  committed(event: ChangeGuardEvent, { told, concerned }: Prepared): void {
    const refs = new Set(concerned);
    told?.recipients.forEach(({ userRef }) => refs.add(userRef));
    this.deps.signals.publish(event, [...refs]);
    if (told) this.deps.wakeWorkers();
  }
}
