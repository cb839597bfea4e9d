import { NotAllowedError } from '@backstage/errors';
import { auditErasePermission } from '@changeguard/backstage-plugin-changeguard-common';
import { removalOfPlaces } from '../../audit/removalOfPlaces';
import { InvalidRequestError } from '../InvalidRequestError';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Most records of one call, so that its transaction stays short. */
const mostRecords = 10_000;

/**
 * Erases a person from the audit trail: of the records by or about them only the place in the chain stays, with what was done when to
 * which entity. The trail remembers who asked for it, and why, not whom it was about; that itself is never erased.
 */
export function eraseAudit(
  deps: Pick<
    ServiceDeps,
    | 'auditLog'
    | 'checkpointSigner'
    | 'decisions'
    | 'erasures'
    | 'mayErase'
    | 'unitOfWork'
  >,
): UseCase<'eraseAudit'> {
  return async ({ viewer, origin, body: { userRef, reason } }) => {
    if (!deps.mayErase) {
      throw new NotAllowedError(
        "Erasing is switched off: 'changeguard.audit.allowErasure' is not set",
      );
    }
    await deps.decisions.demand(viewer, auditErasePermission);
    if (reason.toLowerCase().includes(userRef)) {
      throw new InvalidRequestError([
        {
          pointer: '/reason',
          code: 'names_person',
          message: 'must not name the person: it is kept',
        },
      ]);
    }
    const { erasures } = deps;
    const result = await deps.unitOfWork.run(async tx => {
      const about = await erasures.about(tx, userRef, mostRecords);
      const places = await erasures.erase(tx, userRef, about.sealed);
      await deps.auditLog.record(tx, {
        action: 'audit.erased',
        actor: actorOf(viewer),
        origin,
        after: removalOfPlaces(places, deps.checkpointSigner),
        reason,
      });
      const erased = places.length;
      return { erased, remaining: about.count - erased };
    });
    return { body: result };
  };
}
