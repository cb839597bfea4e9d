import { useApi } from '@backstage/frontend-plugin-api';
import type { Notification } from '@changeguard/backstage-plugin-changeguard-common';
import { useCallback } from 'react';
import { changeGuardApiRef } from '../api/changeGuardApiRef';
import { announceLocalChange } from './localChanges';
import { useLiveRefresh } from './useLiveRefresh';
import { PagedList, usePagedList } from './usePagedList';

/** What {@link useNotifications} knows and does. @public */
export interface Notifications extends PagedList<Notification> {
  /** Marks one read; it is shown read at once and unread again should that fail. */
  markRead: (id: string) => Promise<void>;
  /** Marks read all that there are, not only those loaded. */
  markAllRead: () => Promise<void>;
}

/**
 * The signed-in person's ChangeGuard notifications, newest first, kept up to date.
 *
 * @param options - `unread`: only those. `limit`: the size of one page, at most 100. `pages`: how many pages to show.
 * @public
 */
export function useNotifications(
  options: {
    unread?: boolean;
    limit?: number;
    pages?: number;
    hold?: () => boolean;
  } = {},
): Notifications {
  const { unread, limit = 25, pages = 1, hold } = options;
  const api = useApi(changeGuardApiRef);
  const list = usePagedList<Notification>({
    load: (cursor, signal) =>
      api.call('listNotifications', {
        query: { limit, cursor, ...(unread && { unread: 'true' as const }) },
        signal,
      }),
    key: `notifications ${unread ? 'unread' : 'all'} ${limit}`,
    pages,
    memory: api,
    hold,
  });
  useLiveRefresh(list.refreshQuietly);
  const { patch, refresh } = list;

  const mark = useCallback(
    async (
      which: (item: Notification) => boolean,
      write: () => Promise<unknown>,
    ) => {
      const readAt = new Date().toISOString();
      patch(item => (which(item) && !item.readAt ? { ...item, readAt } : item));
      try {
        await write();
        announceLocalChange();
      } catch (error) {
        await refresh();
        throw error;
      }
    },
    [patch, refresh],
  );
  const markRead = useCallback(
    (id: string) =>
      mark(
        item => item.id === id,
        () => api.call('readNotification', { params: { id } }),
      ),
    [api, mark],
  );
  const markAllRead = useCallback(
    () =>
      mark(
        () => true,
        () => api.call('readAllNotifications', {}),
      ),
    [api, mark],
  );
  return { ...list, markRead, markAllRead };
}
