import { NotFoundError } from '@backstage/errors';
import { ownedEntity } from '../access/ownedEntity';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

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
      const row = await acceptances.delete(tx, entityRef, fingerprint);
      if (!row) {
        throw new NotFoundError(
          `The finding '${fingerprint}' of '${entityRef}' is not accepted`,
        );
      }
      const { rule, severity, message, reason } = row;
      await deps.auditLog.record(tx, {
        id: deps.ids.next(),
        action: 'finding.acceptance-revoked',
        actor: actorOf(viewer),
        origin,
        changeId: null,
        entityRef,
        before: { fingerprint, rule, severity, message, reason },
        after: null,
        reason: null,
      });
    });
    deps.definitionNews.changed();
    return { body: undefined };
  };
}
