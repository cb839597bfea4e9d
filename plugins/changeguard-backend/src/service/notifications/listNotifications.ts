import { presentNotification } from './presentNotification';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Reads the viewer's own notifications, newest first. */
export function listNotifications(
  deps: Pick<ServiceDeps, 'cursors' | 'notificationReads'>,
): UseCase<'listNotifications'> {
  return async ({ viewer, query: { limit, cursor, unread } }) => {
    const binding = {
      list: 'notifications',
      caller: viewer.ref,
      filter: { unread },
    };
    const before = deps.cursors.decode<{ position: string }>(binding, cursor);
    const rows = await deps.notificationReads.page(viewer.ref, {
      unread: unread === undefined ? null : unread === 'true',
      beforePosition: before?.position ?? null,
      limit: limit + 1,
    });
    const { items, nextCursor } = deps.cursors.page(
      binding,
      rows,
      limit,
      ({ position }) => ({ position }),
    );
    return {
      body: {
        items: items.map(presentNotification),
        nextCursor,
      },
    };
  };
}
