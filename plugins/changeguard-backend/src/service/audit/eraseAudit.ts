import { NotAllowedError } from '@backstage/errors';
import { auditErasePermission } from '@changeguard/backstage-plugin-changeguard-common';
import { InvalidRequestError } from '../InvalidRequestError';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Erases a person from the audit trail, which remembers who asked for it, and why, not whom it was about; that is never erased. */
export function eraseAudit(
  deps: Pick<
    ServiceDeps,
    'auditEraser' | 'decisions' | 'mayErase' | 'unitOfWork'
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
    const actor = actorOf(viewer);
    const order = { userRef, actor, origin, reason };
    const body = await deps.unitOfWork.run(tx =>
      deps.auditEraser.erase(tx, order),
    );
    return { body };
  };
}
