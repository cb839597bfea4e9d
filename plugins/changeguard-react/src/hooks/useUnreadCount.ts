import { useApi } from '@backstage/frontend-plugin-api';
import { changeGuardApiRef } from '../api/changeGuardApiRef';
import { useLiveRefresh } from './useLiveRefresh';
import { Loaded, useLoad } from './useLoad';

/** How many of the signed-in person's ChangeGuard notifications are unread, kept up to date. @public */
export function useUnreadCount(): Loaded<number> {
  const api = useApi(changeGuardApiRef);
  const loaded = useLoad(
    async signal => (await api.call('getUnreadCount', { signal })).unread,
    'unread',
  );
  useLiveRefresh(loaded.refresh);
  return loaded;
}
