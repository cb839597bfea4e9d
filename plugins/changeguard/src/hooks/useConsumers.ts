import { useApi } from '@backstage/frontend-plugin-api';
import {
  AffectedConsumer,
  AudienceState,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  Loaded,
  useLiveRefresh,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';
import { collectPages } from './collectPages';

/** Everybody a change affects, as far as the reader may see them. */
export interface Consumers {
  state: AudienceState;
  hidden: number;
  items: AffectedConsumer[];
}

/** Everybody a change affects, kept up to date. All pages are read: sums and the reader's own rows need them all. */
export function useConsumers(changeId: string): Loaded<Consumers> {
  const api = useApi(changeGuardApiRef);
  const loaded = useLoad(async signal => {
    const { items, last } = await collectPages(cursor =>
      api.call('listConsumers', {
        params: { id: changeId },
        query: { limit: 100, cursor },
        signal,
      }),
    );
    return { state: last.state, hidden: last.hidden, items };
  }, changeId);
  useLiveRefresh(loaded.refresh, { changeId });
  return loaded;
}
