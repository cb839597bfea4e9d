import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Sets by which channels the viewer wants to be told. */
export function setPreferences(
  deps: Pick<ServiceDeps, 'clock' | 'preferences' | 'unitOfWork'>,
): UseCase<'setPreferences'> {
  return async ({ viewer, body }) => {
    await deps.unitOfWork.run(tx =>
      deps.preferences.set(tx, viewer.ref, body, deps.clock.now()),
    );
    return { body };
  };
}
