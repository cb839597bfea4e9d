import { Notification } from '@changeguard/backstage-plugin-changeguard-common';
import { NotificationWithStatus } from '../../database/NotificationReadModel';

/** A notification as the API answers it. */
export function presentNotification(row: NotificationWithStatus): Notification {
  return {
    id: row.id,
    changeId: row.change_id,
    changeStatus: row.change_status,
    type: row.type,
    title: row.title,
    body: row.body,
    link: row.link,
    severity: row.severity,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}
