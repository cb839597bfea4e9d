import { ServiceDeps } from '../ServiceDeps';
import { entityOfPath } from '../access/entityOfPath';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Ends following and muting an entity, also one that is no longer in the catalog. */
export function deleteSubscription(
  deps: Pick<ServiceDeps, 'auditLog' | 'subscriptions' | 'unitOfWork'>,
): UseCase<'deleteSubscription'> {
  return async ({ viewer, origin, params }) => {
    const entityRef = entityOfPath(params);
    await deps.unitOfWork.run(async tx => {
      const mode = await deps.subscriptions.delete(tx, viewer.ref, entityRef);
      if (!mode) return;
      await deps.auditLog.record(tx, {
        action: 'subscription.deleted',
        actor: actorOf(viewer),
        origin,
        entityRef,
        before: { mode },
      });
    });
    return { body: undefined };
  };
}
