import { useApi } from '@backstage/frontend-plugin-api';
import type { AuditChain } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  Loaded,
  useLiveRefresh,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';

/** How the hash chain stands, kept up to date. */
export function useChain(): Loaded<AuditChain> {
  const api = useApi(changeGuardApiRef);
  const loaded = useLoad(
    signal => api.call('getAuditChain', { signal }),
    'audit-chain',
  );
  useLiveRefresh(loaded.refresh);
  return loaded;
}
