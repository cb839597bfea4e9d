import { NotFoundError } from '@backstage/errors';
import { ServiceDeps } from '../ServiceDeps';
import { entityOfPath } from '../access/entityOfPath';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Makes the viewer follow or mute an entity they can see. */
export function setSubscription(
  deps: Pick<
    ServiceDeps,
    'auditLog' | 'catalog' | 'subscriptions' | 'unitOfWork'
  >,
): UseCase<'setSubscription'> {
  return async ({ viewer, origin, params, body: { mode } }) => {
    const entityRef = entityOfPath(params);
    if (!(await deps.catalog.find(viewer, entityRef))) {
      throw new NotFoundError(`There is no entity '${entityRef}'`);
    }
    await deps.unitOfWork.run(async tx => {
      const earlier = await deps.subscriptions.lock(tx, viewer.ref, entityRef);
      if (earlier === mode) return;
      await deps.subscriptions.set(tx, {
        user_ref: viewer.ref,
        entity_ref: entityRef,
        mode,
      });
      await deps.auditLog.record(tx, {
        action: 'subscription.set',
        actor: actorOf(viewer),
        origin,
        entityRef,
        before: earlier && { mode: earlier },
        after: { mode },
      });
    });
    return { body: { entityRef, mode } };
  };
}
