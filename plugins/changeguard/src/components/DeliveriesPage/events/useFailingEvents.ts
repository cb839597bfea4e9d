import { useApi } from '@backstage/frontend-plugin-api';
import type { FailingEvent } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  PagedList,
  useLiveRefresh,
  usePagedList,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useState } from 'react';

const PAGE = 10;

/** An event that does not get on; its id is that of the event together with who fails on it. */
export type FailingItem = FailingEvent & { id: string };

/** The events that do not get on, newest first, kept up to date. */
export function useFailingEvents(): PagedList<FailingItem> & {
  showMore: () => void;
} {
  const api = useApi(changeGuardApiRef);
  const [pages, setPages] = useState(1);
  const list = usePagedList<FailingItem>({
    load: async (cursor, signal) => {
      const { items, nextCursor } = await api.call('listFailingEvents', {
        query: { limit: PAGE, cursor },
        signal,
      });
      return {
        items: items.map(event => ({
          ...event,
          id: `${event.eventId} ${event.subscriber ?? ''}`,
        })),
        nextCursor,
      };
    },
    key: 'failing events',
    pages,
    memory: api,
  });
  useLiveRefresh(list.refreshQuietly, { about: 'deliveries' });
  return { ...list, showMore: () => setPages(shown => shown + 1) };
}
