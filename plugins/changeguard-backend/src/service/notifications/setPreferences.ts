import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { writePreferences } from './writePreferences';

/** Sets by which channels the viewer wants to be told. */
export function setPreferences(
  deps: Pick<ServiceDeps, 'auditLog' | 'clock' | 'preferences' | 'unitOfWork'>,
): UseCase<'setPreferences'> {
  return async ({ viewer, origin, body }) => {
    await deps.unitOfWork.run(tx =>
      writePreferences(deps, tx, {
        userRef: viewer.ref,
        origin,
        choose: () => body,
      }),
    );
    return { body };
  };
}
