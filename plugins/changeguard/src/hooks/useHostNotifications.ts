import { useApiHolder } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import type { Notification } from '@changeguard/backstage-plugin-changeguard-common';
import { useCallback } from 'react';

/** Most of the host's unread notifications that are looked through, newest first. */
const LOOKED_THROUGH = 100;
const ORIGIN = 'plugin:changeguard';

/**
 * Marks read in the portal's own notifications what was read here. The host does not know our ids: a notification is the same
 * when it has the same link and title.
 */
export function useHostNotifications(): {
  markRead: (which: Notification | 'all') => Promise<void>;
} {
  const host = useApiHolder().get(notificationsApiRef);

  const markRead = useCallback(
    async (which: Notification | 'all') => {
      if (!host) return;
      try {
        const { notifications } = await host.getNotifications({
          read: false,
          limit: LOOKED_THROUGH,
        });
        const ids = notifications
          .filter(
            ({ origin, payload }) =>
              origin === ORIGIN &&
              (which === 'all' ||
                (payload.link === which.link && payload.title === which.title)),
          )
          .map(({ id }) => id);
        if (ids.length > 0) await host.updateNotifications({ ids, read: true });
      } catch {
        // Our own state is what counts. A host that cannot keep up with it just now shows one unread too many.
      }
    },
    [host],
  );
  return { markRead };
}
