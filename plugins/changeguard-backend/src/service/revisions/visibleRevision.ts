import { NotFoundError } from '@backstage/errors';
import { WholeRevision } from '../../database/RevisionReadModel';
import { ServiceDeps } from '../ServiceDeps';
import { Viewer } from '../Viewer';

/**
 * A revision of an entity that the viewer may read.
 *
 * @param entityRef - whose it must be.
 * @throws NotFoundError - when there is none; nobody can tell why.
 */
export async function visibleRevision(
  deps: Pick<ServiceDeps, 'catalog' | 'detection'>,
  viewer: Viewer,
  id: string,
  entityRef?: string,
): Promise<WholeRevision> {
  const revision = await deps.detection.revisionReads.find(id);
  if (
    revision &&
    (entityRef ?? revision.entity_ref) === revision.entity_ref &&
    (await deps.catalog.find(viewer, revision.entity_ref))
  ) {
    return revision;
  }
  throw new NotFoundError(`There is no revision '${id}'`);
}
