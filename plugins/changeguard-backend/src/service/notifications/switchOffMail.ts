import { defaultPreferences } from '@changeguard/backstage-plugin-changeguard-common';
import { ServiceDeps } from '../ServiceDeps';

/** Stops all of ChangeGuard's mail to one person, whatever else they chose. */
export function switchOffMail(
  deps: Pick<ServiceDeps, 'clock' | 'preferences' | 'unitOfWork'>,
): (userRef: string) => Promise<void> {
  return userRef =>
    deps.unitOfWork.run(async tx => {
      const chosen = await deps.preferences.find(userRef, tx);
      await deps.preferences.set(
        tx,
        userRef,
        { ...(chosen ?? defaultPreferences), email: false },
        deps.clock.now(),
      );
    });
}
