import { ServiceDeps } from '../ServiceDeps';
import { entityOfPath } from '../access/entityOfPath';
import { UseCase } from '../UseCase';

/** Ends following and muting an entity, also one that is no longer in the catalog. */
export function deleteSubscription(
  deps: Pick<ServiceDeps, 'subscriptions' | 'unitOfWork'>,
): UseCase<'deleteSubscription'> {
  return async ({ viewer, params }) => {
    await deps.unitOfWork.run(tx =>
      deps.subscriptions.delete(tx, viewer.ref, entityOfPath(params)),
    );
    return { body: undefined };
  };
}
