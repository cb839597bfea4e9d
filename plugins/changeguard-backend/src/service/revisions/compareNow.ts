import { ConflictError, NotAllowedError } from '@backstage/errors';
import { revisionPublishPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { isOwner } from '../access/domainRules';
import { presentObservation } from './presentObservation';
import { readableEntity } from '../access/readableEntity';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Looks at the definition that the catalog has of an entity, without waiting for the sweep. */
export function compareNow(
  deps: Pick<ServiceDeps, 'catalog' | 'changes' | 'decisions' | 'detection'>,
): UseCase<'compareNow'> {
  return async ({ viewer, origin, params }) => {
    const { entityRef, ownerRefs } = await readableEntity(deps, viewer, params);
    if (
      !isOwner(viewer, ownerRefs) ||
      !(await deps.decisions.mayDo(viewer, revisionPublishPermission))
    ) {
      throw new NotAllowedError(
        `Only an owner of '${entityRef}' may have its definition compared now`,
      );
    }
    const { watcher, revisionReads } = deps.detection;
    const looked = await watcher.look(entityRef, {
      source: 'request',
      actor: actorOf(viewer),
      origin,
    });
    if (looked.outcome === 'unwatched') {
      throw new ConflictError(
        `The definition of '${entityRef}' cannot be compared. ${looked.why}`,
      );
    }
    if (looked.outcome !== 'unchanged') {
      return { body: await presentObservation(deps, viewer, looked) };
    }
    const latest = await revisionReads.latest(entityRef);
    if (!latest) {
      throw new ConflictError(`There is no revision of '${entityRef}' yet`);
    }
    return {
      body: await presentObservation(deps, viewer, {
        outcome: 'unchanged',
        revisionId: latest.id,
        hints: looked.hints,
      }),
    };
  };
}
