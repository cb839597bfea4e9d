import { defaultPreferences } from '@changeguard/backstage-plugin-changeguard-common';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Reads by which channels the viewer wants to be told. */
export function getPreferences(
  deps: Pick<ServiceDeps, 'preferences'>,
): UseCase<'getPreferences'> {
  return async ({ viewer }) => ({
    body: (await deps.preferences.find(viewer.ref)) ?? defaultPreferences,
  });
}
