import { ServiceDeps } from '../ServiceDeps';
import { entityOfPath } from '../access/entityOfPath';
import { UseCase } from '../UseCase';

/** Reads whether the viewer follows or mutes an entity. */
export function getSubscription(
  deps: Pick<ServiceDeps, 'subscriptions'>,
): UseCase<'getSubscription'> {
  return async ({ viewer, params }) => {
    const entityRef = entityOfPath(params);
    return {
      body: {
        entityRef,
        mode: await deps.subscriptions.find(viewer.ref, entityRef),
      },
    };
  };
}
