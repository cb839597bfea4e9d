import type { FetchApi } from '@backstage/frontend-plugin-api';
import { ChangeGuardClient } from '@changeguard/backstage-plugin-changeguard-common';
import type { ChangeGuardApi } from '@changeguard/backstage-plugin-changeguard-react';

/** ChangeGuard's API through the portal's `fetch`, which finds the backend and adds the person's token. */
export function createChangeGuardApi(deps: {
  fetchApi: FetchApi;
}): ChangeGuardApi {
  return new ChangeGuardClient({
    getBaseUrl: async () => 'plugin://changeguard',
    fetch: deps.fetchApi.fetch,
  });
}
