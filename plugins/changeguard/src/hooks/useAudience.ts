import { useApi } from '@backstage/frontend-plugin-api';
import { Audience } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  Loaded,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';

/** Whom announcing a change to an entity would reach; asks for nothing while there is no entity. */
export function useAudience(
  entityRef: string | undefined,
): Loaded<Audience | null> {
  const api = useApi(changeGuardApiRef);
  return useLoad(
    async signal =>
      entityRef
        ? api.call('previewAudience', { body: { entityRef }, signal })
        : null,
    entityRef ?? '',
  );
}
