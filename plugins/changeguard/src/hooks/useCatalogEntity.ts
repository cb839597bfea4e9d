import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  Loaded,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';

/** One entity of the catalog; null when there is none or the reader may not see it, or while none is asked for. */
export function useCatalogEntity(entityRef: string): Loaded<Entity | null> {
  const catalog = useApi(catalogApiRef);
  return useLoad(
    async () =>
      entityRef ? (await catalog.getEntityByRef(entityRef)) ?? null : null,
    entityRef,
  );
}
