import { Preferences } from '@changeguard/backstage-plugin-changeguard-common';
import { RequestOrigin } from '../../database/EventWriter';
import { Transaction } from '../../database/UnitOfWork';
import { difference } from '../difference';
import { ServiceDeps } from '../ServiceDeps';

/** Writes by which channels a person wants to be told, with the record of it; choosing what is chosen already is neither. */
export async function writePreferences(
  deps: Pick<ServiceDeps, 'auditLog' | 'clock' | 'preferences'>,
  tx: Transaction,
  choice: {
    userRef: string;
    origin: RequestOrigin;
    /** What is chosen, from what was until now. */
    choose: (chosen: Preferences | undefined) => Preferences;
  },
): Promise<void> {
  const { userRef, origin, choose } = choice;
  const chosen = await deps.preferences.lock(tx, userRef);
  const next = choose(chosen);
  const changed = chosen
    ? difference(chosen, next)
    : { before: null, after: next };
  if (!changed) return;
  await deps.preferences.set(tx, userRef, next, deps.clock.now());
  await deps.auditLog.record(tx, {
    action: 'preferences.set',
    actor: { type: 'user', ref: userRef },
    origin,
    ...changed,
  });
}
