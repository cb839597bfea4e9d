import { NotificationType } from '@changeguard/backstage-plugin-changeguard-common';
import { Ids } from '../ports/Ids';
import { SchemaChangeRow } from './tables';
import { Transaction } from './UnitOfWork';

/** A notification for one person. */
export interface NewNotification {
  recipient: string;
  type: NotificationType;
  title: string;
  body: string;
}

/** Writes notifications: one per (event, recipient), together with the version that their cached counts are keyed by. */
export class NotificationLedger {
  constructor(private readonly deps: { ids: Ids }) {}

  async add(
    tx: Transaction,
    about: {
      eventId: string;
      change: Pick<SchemaChangeRow, 'id' | 'severity'>;
      link: string;
    },
    notifications: readonly NewNotification[],
  ): Promise<void> {
    if (notifications.length === 0) return;
    // One order for everybody: two events for the same people must not wait for each other's version rows.
    const inOrder = [...notifications].sort((a, b) =>
      a.recipient < b.recipient ? -1 : 1,
    );
    const recipients = inOrder.map(({ recipient }) => recipient);
    await tx.raw(
      `/* NotificationLedger.addNotifications */
       insert into notifications (id, recipient, event_id, change_id, type, title, body, link, severity)
       select told.id, told.recipient, cast(:eventId as uuid), cast(:changeId as uuid), told.type, told.title, told.body, :link, :severity
       from unnest(cast(:ids as uuid[]), cast(:recipients as text[]), cast(:types as text[]), cast(:titles as text[]), cast(:bodies as text[]))
         as told(id, recipient, type, title, body)
       on conflict do nothing`,
      {
        eventId: about.eventId,
        changeId: about.change.id,
        link: about.link,
        severity: about.change.severity,
        ids: inOrder.map(() => this.deps.ids.next()),
        recipients,
        types: inOrder.map(({ type }) => type),
        titles: inOrder.map(({ title }) => title),
        bodies: inOrder.map(({ body }) => body),
      },
    );
    await tx.raw(
      `/* NotificationLedger.bumpVersions */
       insert into notification_versions (recipient, version)
       select recipient, 1 from unnest(cast(:recipients as text[])) as told(recipient)
       on conflict (recipient) do update set version = notification_versions.version + 1`,
      { recipients },
    );
  }
}
