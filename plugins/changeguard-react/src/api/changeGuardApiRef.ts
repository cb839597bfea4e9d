import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ChangeGuardApi } from './ChangeGuardApi';

/**
 * The API of ChangeGuard as frontends use it, in the new and in the legacy frontend system alike.
 *
 * @public
 */
export const changeGuardApiRef = createApiRef<ChangeGuardApi>().with({
  id: 'plugin.changeguard.client',
  pluginId: 'changeguard',
});
