import type { ChangeGuardClient } from '@changeguard/backstage-plugin-changeguard-common';

/**
 * Calls the operations of ChangeGuard's HTTP API as the signed-in person; see `operations` in
 * `@changeguard/backstage-plugin-changeguard-common` for what there is.
 *
 * @public
 */
export type ChangeGuardApi = Pick<ChangeGuardClient, 'call'>;
