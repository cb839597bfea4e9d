import { ownedEntity } from '../access/ownedEntity';
import { claimKey } from '../claimKey';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { refuseUnknown } from './refuseUnknown';
import { writeRevocations } from './writeRevocations';

/** Takes several acceptances back, such as those of all places that a shared schema shows in: all or none. */
export function revokeAcceptances(
  deps: Pick<
    ServiceDeps,
    | 'auditLog'
    | 'catalog'
    | 'decisions'
    | 'definitionNews'
    | 'detection'
    | 'idempotency'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'revokeAcceptances'> {
  return async request => {
    const { viewer, origin, params, body } = request;
    const { entityRef } = await ownedEntity(deps, viewer, params);
    const { acceptances } = deps.detection;
    const { fingerprints } = body;
    await deps.unitOfWork.run(async tx => {
      const earlier = await claimKey(deps, tx, request, deps.ids.next());
      // Who sends a request again does not take back what somebody accepted in between.
      if (earlier) return;
      const standing = await acceptances.lock(tx, entityRef, fingerprints);
      refuseUnknown(
        fingerprints,
        standing,
        `is a finding of '${entityRef}' that is not accepted`,
      );
      await writeRevocations(deps, tx, {
        viewer,
        origin,
        entityRef,
        standing: [...standing.values()],
      });
    });
    deps.definitionNews.changed();
    return { body: undefined };
  };
}
