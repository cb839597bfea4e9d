import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { schemaChangeCreatePermission } from '@changeguard/backstage-plugin-changeguard-common';
import { useOwnership } from '@changeguard/backstage-plugin-changeguard-react';
import { recordSchemaChangeRouteRef } from '../../routes';

/** Whether the reader may record a change to an entity: an owner whom the permission policy does not refuse. */
export function useMayRecord(entity: Entity): {
  loading: boolean;
  allowed: boolean;
  owners: string[];
  /** The form, filled in for this entity. */
  link: string;
} {
  const entityRef = stringifyEntityRef(entity);
  const form = useRouteRef(recordSchemaChangeRouteRef);
  const ownership = useOwnership();
  const permission = usePermission({
    permission: schemaChangeCreatePermission,
    resourceRef: entityRef,
  });
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
  const isOwner = owners.some(owner =>
    ownership?.ownershipEntityRefs.includes(owner),
  );
  return {
    loading: permission.loading || !ownership,
    allowed: isOwner && permission.allowed,
    owners,
    link: `${form()}?${new URLSearchParams({ entityRef })}`,
  };
}
