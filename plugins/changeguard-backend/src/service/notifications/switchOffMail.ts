import { defaultPreferences } from '@changeguard/backstage-plugin-changeguard-common';
import { RequestOrigin } from '../../database/EventWriter';
import { ServiceDeps } from '../ServiceDeps';
import { writePreferences } from './writePreferences';

/** Stops all of ChangeGuard's mail to one person, whatever else they chose; whoever holds their link acts for them. */
export function switchOffMail(
  deps: Pick<ServiceDeps, 'auditLog' | 'clock' | 'preferences' | 'unitOfWork'>,
): (userRef: string, origin: RequestOrigin) => Promise<void> {
  return (userRef, origin) =>
    deps.unitOfWork.run(tx =>
      writePreferences(deps, tx, {
        userRef,
        origin,
        choose: chosen => ({
          ...(chosen ?? defaultPreferences),
          email: false,
        }),
      }),
    );
}
