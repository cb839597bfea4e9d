import { useApi } from '@backstage/frontend-plugin-api';
import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  PagedList,
  useLiveRefresh,
  usePagedList,
} from '@changeguard/backstage-plugin-changeguard-react';
import { DeliveryFilters, statesOf } from './deliveryFilters';

const some = <T>(value: T[]) => (value.length > 0 ? value : undefined);

/** The deliveries that match the filters, newest first, kept up to date. */
export function useDeliveries(
  filters: DeliveryFilters,
  options: { pages: number; hold: () => boolean },
): PagedList<Delivery> {
  const api = useApi(changeGuardApiRef);
  const query = {
    state: some(statesOf(filters)),
    channel: some(filters.channel),
    recipient: filters.recipient || undefined,
    changeId: filters.changeId || undefined,
    eventId: filters.eventId || undefined,
  };
  const list = usePagedList<Delivery>({
    load: (cursor, signal) =>
      api.call('listDeliveries', {
        query: { ...query, limit: 50, cursor },
        signal,
      }),
    key: `deliveries ${JSON.stringify(query)}`,
    memory: api,
    ...options,
  });
  useLiveRefresh(list.refreshQuietly, { about: 'deliveries' });
  return list;
}
