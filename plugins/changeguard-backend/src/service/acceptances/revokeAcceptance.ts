import { NotFoundError } from '@backstage/errors';
import { ownedEntity } from '../access/ownedEntity';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { writeRevocations } from './writeRevocations';

/** Takes an acceptance back: the finding counts again in the next version that has it. */
export function revokeAcceptance(
  deps: Pick<
    ServiceDeps,
    | 'auditLog'
    | 'catalog'
    | 'decisions'
    | 'definitionNews'
    | 'detection'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'revokeAcceptance'> {
  return async ({ viewer, origin, params: { fingerprint, ...path } }) => {
    const { entityRef } = await ownedEntity(deps, viewer, path);
    const { acceptances } = deps.detection;
    await deps.unitOfWork.run(async tx => {
      const standing = await acceptances.lock(tx, entityRef, [fingerprint]);
      if (standing.size === 0) {
        throw new NotFoundError(
          `The finding '${fingerprint}' of '${entityRef}' is not accepted`,
        );
      }
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
