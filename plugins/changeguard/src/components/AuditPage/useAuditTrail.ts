import { useApi } from '@backstage/frontend-plugin-api';
import type { AuditEntry } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  PagedList,
  useLiveRefresh,
  usePagedList,
} from '@changeguard/backstage-plugin-changeguard-react';
import { AuditFilters, toAuditQuery } from './auditFilters';

/** The records that match the filters, newest first, kept up to date. */
export function useAuditTrail(
  filters: AuditFilters,
  options: { pages: number; hold: () => boolean },
): PagedList<AuditEntry> {
  const api = useApi(changeGuardApiRef);
  const query = toAuditQuery(filters);
  const list = usePagedList<AuditEntry>({
    load: (cursor, signal) =>
      api.call('listAudit', { query: { ...query, limit: 50, cursor }, signal }),
    key: `audit ${JSON.stringify(query)}`,
    memory: api,
    ...options,
  });
  useLiveRefresh(list.refreshQuietly);
  return list;
}
