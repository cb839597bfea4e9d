import { ConflictError, NotAllowedError } from '@backstage/errors';
import { revisionPublishPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { isOwner } from '../access/domainRules';
import { readableEntity } from '../access/readableEntity';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';
import { changesOf, presentRevision } from './presentRevision';
import { visibleRevision } from './visibleRevision';

/**
 * Compares what comes from now on with the newest revision, although that one could not be compared itself: somebody takes responsibility
 * for what it may have broken, and says why.
 */
export function setBaseline(
  deps: Pick<
    ServiceDeps,
    | 'auditLog'
    | 'catalog'
    | 'changes'
    | 'decisions'
    | 'definitionNews'
    | 'detection'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'setBaseline'> {
  return async ({ viewer, origin, params, body }) => {
    const { revisionReads, revisions, watch } = deps.detection;
    const { entityRef, ownerRefs } = await readableEntity(deps, viewer, params);
    if (
      !isOwner(viewer, ownerRefs) ||
      !(await deps.decisions.mayDo(viewer, revisionPublishPermission))
    ) {
      throw new NotAllowedError(
        `Only an owner of '${entityRef}' may decide what its definition is compared with`,
      );
    }
    const { revisionId, reason } = body;
    const revision = await visibleRevision(deps, viewer, revisionId, entityRef);
    if (revision.failure?.which === 'revision') {
      throw new ConflictError(
        `Nothing can be compared with a definition that cannot be read: ${revision.failure.message}`,
      );
    }
    const earlier = await revisionReads.baseline(entityRef);
    await deps.unitOfWork.run(async tx => {
      await watch.lock(tx, entityRef);
      if ((await revisions.latestId(tx, entityRef)) !== revisionId) {
        throw new ConflictError(
          `There is a newer revision of '${entityRef}' than '${revisionId}'; decide about that one`,
        );
      }
      if (!(await revisions.makeBaseline(tx, revisionId))) return;
      await deps.auditLog.record(tx, {
        id: deps.ids.next(),
        action: 'baseline.set',
        actor: actorOf(viewer),
        origin,
        entityRef,
        before: { revision: earlier?.id ?? null },
        after: {
          revision: revisionId,
          hash: revision.hash,
          notCompared: revision.failure?.message ?? null,
        },
        reason,
      });
    });
    deps.definitionNews.changed();
    const seen = await deps.changes.among(viewer, changesOf([revision]));
    return {
      body: presentRevision({ ...revision, readable: true }, seen),
    };
  };
}
