import { mockCredentials } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';

const teams: Record<string, string[]> = {
  alice: ['group:default/orders-team'],
  amy: ['group:default/orders-team'],
  bob: ['group:default/checkout-team'],
  ben: ['group:default/checkout-team'],
  erin: ['group:default/mail-team'],
  carol: ['group:default/staff-team'],
  // Stands above the checkout team: not among its members, but recorded when it was told.
  pat: [],
};

/** People of the sample catalog, by their first names, a pipeline, and nobody. */
export type Who =
  | 'alice'
  | 'amy'
  | 'bob'
  | 'ben'
  | 'erin'
  | 'carol'
  | 'pat'
  | 'pipeline'
  | 'nobody';

/** The header with which they call. */
export function authorizationOf(who: Who): string {
  if (who === 'nobody') return mockCredentials.none.header();
  if (who === 'pipeline') {
    return mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('external:pipeline'),
      targetPluginId: 'changeguard',
    });
  }
  return mockCredentials.user.header(`user:default/${who}`);
}

/** What a person may speak for. */
export function ownershipOf(userEntityRef: string): string[] {
  return [userEntityRef, ...(teams[userEntityRef.split('/')[1]] ?? [])];
}

/** The name of who stands behind credentials. */
export function nameOf(credentials: BackstageCredentials): string {
  const { principal } = credentials as BackstageCredentials<{
    userEntityRef?: string;
    subject?: string;
  }>;
  return principal.userEntityRef ?? principal.subject ?? 'nobody';
}
