import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { revisionReadPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { ViewedEntity } from './CatalogView';
import { entityOfPath } from './entityOfPath';
import { ServiceDeps } from '../ServiceDeps';
import { Viewer } from '../Viewer';

/**
 * The entity of a path, whose revisions the viewer may read.
 *
 * @throws NotFoundError - when the viewer may not see it, or there is none.
 * @throws NotAllowedError - when the policy keeps revisions from the viewer.
 */
export async function readableEntity(
  deps: Pick<ServiceDeps, 'catalog' | 'decisions'>,
  viewer: Viewer,
  params: { kind: string; namespace: string; name: string },
): Promise<ViewedEntity & { entityRef: string }> {
  const entityRef = entityOfPath(params);
  const entity = await deps.catalog.find(viewer, entityRef);
  if (!entity) throw new NotFoundError(`There is no entity '${entityRef}'`);
  if (!(await deps.decisions.mayDo(viewer, revisionReadPermission))) {
    throw new NotAllowedError(
      `The permission '${revisionReadPermission.name}' is needed for this`,
    );
  }
  return { ...entity, entityRef };
}
