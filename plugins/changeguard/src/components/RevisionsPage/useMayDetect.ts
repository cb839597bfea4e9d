import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  findingAcceptPermission,
  revisionPublishPermission,
} from '@changeguard/backstage-plugin-changeguard-common';
import { useOwnership } from '@changeguard/backstage-plugin-changeguard-react';
import { useCatalogEntity } from '../../hooks/useCatalogEntity';
import { EntityParams } from './entityParams';

/** What the reader may do with an entity's revisions: only its owners may, and whom the permission policy does not refuse. */
export function useMayDetect(params: EntityParams): {
  /** Compare now, and say what is compared with what. */
  publish: boolean;
  accept: boolean;
} {
  const entity = useCatalogEntity(stringifyEntityRef(params)).value;
  const ownership = useOwnership();
  const publish = usePermission({ permission: revisionPublishPermission });
  const accept = usePermission({ permission: findingAcceptPermission });
  const isOwner = (entity?.relations ?? []).some(
    ({ type, targetRef }) =>
      type === RELATION_OWNED_BY &&
      ownership?.ownershipEntityRefs.includes(targetRef),
  );
  return {
    publish: isOwner && publish.allowed,
    accept: isOwner && accept.allowed,
  };
}
