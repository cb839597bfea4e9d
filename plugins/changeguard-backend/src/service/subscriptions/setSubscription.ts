import { NotFoundError } from '@backstage/errors';
import { ServiceDeps } from '../ServiceDeps';
import { entityOfPath } from '../access/entityOfPath';
import { UseCase } from '../UseCase';

/** Makes the viewer follow or mute an entity they can see. */
export function setSubscription(
  deps: Pick<ServiceDeps, 'catalog' | 'subscriptions' | 'unitOfWork'>,
): UseCase<'setSubscription'> {
  return async ({ viewer, params, body: { mode } }) => {
    const entityRef = entityOfPath(params);
    if (!(await deps.catalog.find(viewer, entityRef))) {
      throw new NotFoundError(`There is no entity '${entityRef}'`);
    }
    await deps.unitOfWork.run(tx =>
      deps.subscriptions.set(tx, {
        user_ref: viewer.ref,
        entity_ref: entityRef,
        mode,
      }),
    );
    return { body: { entityRef, mode } };
  };
}
