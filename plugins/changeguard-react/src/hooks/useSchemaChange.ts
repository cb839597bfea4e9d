import { useApi } from '@backstage/frontend-plugin-api';
import type { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardApiRef } from '../api/changeGuardApiRef';
import { useLiveRefresh } from './useLiveRefresh';
import { Loaded, useLoad } from './useLoad';

/**
 * One schema change, kept up to date.
 *
 * @param id - of the change.
 * @public
 */
export function useSchemaChange(id: string): Loaded<SchemaChange> {
  const api = useApi(changeGuardApiRef);
  const loaded = useLoad(
    signal => api.call('getSchemaChange', { params: { id }, signal }),
    id,
  );
  useLiveRefresh(loaded.refresh, { changeId: id });
  return loaded;
}
