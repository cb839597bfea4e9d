import { NotAllowedError } from '@backstage/errors';
import { findingAcceptPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { isOwner } from './domainRules';
import { readableEntity } from './readableEntity';
import { ServiceDeps } from '../ServiceDeps';
import { Viewer } from '../Viewer';

/**
 * The entity of a path, whose findings the viewer may accept.
 *
 * @throws NotFoundError - when the viewer may not see it, or there is none.
 * @throws NotAllowedError - for everybody but its owners.
 */
export async function ownedEntity(
  deps: Pick<ServiceDeps, 'catalog' | 'decisions'>,
  viewer: Viewer,
  params: { kind: string; namespace: string; name: string },
): Promise<{ entityRef: string }> {
  const { entityRef, ownerRefs } = await readableEntity(deps, viewer, params);
  if (
    isOwner(viewer, ownerRefs) &&
    (await deps.decisions.mayDo(viewer, findingAcceptPermission))
  ) {
    return { entityRef };
  }
  throw new NotAllowedError(
    `Only an owner of '${entityRef}' may accept its findings`,
  );
}
