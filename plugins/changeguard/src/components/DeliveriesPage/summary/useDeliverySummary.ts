import { useApi } from '@backstage/frontend-plugin-api';
import type { DeliverySummary } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  Loaded,
  useLiveRefresh,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';

/** How every channel and the outbox are doing, kept up to date. */
export function useDeliverySummary(): Loaded<DeliverySummary> {
  const api = useApi(changeGuardApiRef);
  const loaded = useLoad(
    signal => api.call('getDeliverySummary', { signal }),
    'deliveries',
  );
  useLiveRefresh(loaded.refresh, { about: 'deliveries' });
  return loaded;
}
