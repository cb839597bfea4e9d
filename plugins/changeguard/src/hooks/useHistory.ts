import { useApi } from '@backstage/frontend-plugin-api';
import { AuditRecord } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  Loaded,
  useLiveRefresh,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useRef } from 'react';

/** What happened to a change so far, as far as it was read. */
export interface History {
  records: AuditRecord[];
  hasMore: boolean;
}

/** The history of a change, oldest first, kept up to date; `more` reads one page further. */
export function useHistory(
  changeId: string,
): Loaded<History> & { more: () => Promise<void> } {
  const api = useApi(changeGuardApiRef);
  const wanted = useRef(1);
  const loaded = useLoad(async signal => {
    const records: AuditRecord[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < wanted.current; page++) {
      const answer: { items: AuditRecord[]; nextCursor: string | null } =
        await api.call('listChangeAudit', {
          params: { id: changeId },
          query: { limit: 50, cursor: cursor ?? undefined },
          signal,
        });
      records.push(...answer.items);
      cursor = answer.nextCursor;
      if (!cursor) break;
    }
    return { records, hasMore: Boolean(cursor) };
  }, changeId);
  useLiveRefresh(loaded.refresh, { changeId });

  return {
    ...loaded,
    more: () => {
      wanted.current += 1;
      return loaded.refresh();
    },
  };
}
