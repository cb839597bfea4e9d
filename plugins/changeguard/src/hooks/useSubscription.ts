import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Subscription,
  SubscriptionMode,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  Loaded,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';

/** Whether the reader follows or mutes an entity, and how to change that. */
export function useSubscription(entityRef: string): Loaded<Subscription> & {
  choose: (mode: SubscriptionMode | null) => Promise<void>;
} {
  const api = useApi(changeGuardApiRef);
  const params = parseEntityRef(entityRef);
  const loaded = useLoad(
    signal => api.call('getSubscription', { params, signal }),
    entityRef,
  );

  const choose = async (mode: SubscriptionMode | null) => {
    if (mode === null) {
      await api.call('deleteSubscription', { params });
      loaded.replace({ entityRef, mode: null });
    } else {
      loaded.replace(
        await api.call('setSubscription', { params, body: { mode } }),
      );
    }
  };
  return { ...loaded, choose };
}
