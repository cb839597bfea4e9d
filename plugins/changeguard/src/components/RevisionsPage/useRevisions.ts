import { useApi } from '@backstage/frontend-plugin-api';
import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  PagedList,
  useLiveRefresh,
  usePagedList,
} from '@changeguard/backstage-plugin-changeguard-react';
import { EntityParams } from './entityParams';

/** The revisions of an entity's definition, newest first, kept up to date. */
export function useRevisions(
  params: EntityParams,
  pages: number,
): PagedList<Revision> {
  const api = useApi(changeGuardApiRef);
  const list = usePagedList<Revision>({
    load: (cursor, signal) =>
      api.call('listRevisions', {
        params,
        query: { limit: 25, cursor },
        signal,
      }),
    key: `revisions ${JSON.stringify(params)}`,
    pages,
    memory: api,
  });
  useLiveRefresh(list.refreshQuietly, { about: 'definitions' });
  return list;
}
