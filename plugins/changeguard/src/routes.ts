import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';
import { changeGuardRouteRef } from '@changeguard/backstage-plugin-changeguard-react';

export {
  changeGuardRouteRef,
  schemaChangeRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';

/** The list of all changes; its filters and page are in the query. */
export const schemaChangesRouteRef = createSubRouteRef({
  id: 'changeguard/changes',
  parent: changeGuardRouteRef,
  path: '/changes',
});

/** The form that records a change; `?entityRef=` says to what. */
export const recordSchemaChangeRouteRef = createSubRouteRef({
  id: 'changeguard/record',
  parent: changeGuardRouteRef,
  path: '/changes/new',
});

/** The form that edits a change. */
export const editSchemaChangeRouteRef = createSubRouteRef({
  id: 'changeguard/edit',
  parent: changeGuardRouteRef,
  path: '/changes/:id/edit',
});

export const notificationsRouteRef = createSubRouteRef({
  id: 'changeguard/notifications',
  parent: changeGuardRouteRef,
  path: '/notifications',
});

export const preferencesRouteRef = createSubRouteRef({
  id: 'changeguard/preferences',
  parent: changeGuardRouteRef,
  path: '/preferences',
});

/** Two definitions in, what breaks out. */
export const compareRouteRef = createSubRouteRef({
  id: 'changeguard/compare',
  parent: changeGuardRouteRef,
  path: '/compare',
});

/** The revisions of an entity's definition; `?from=&to=` compares two of them. */
export const revisionsRouteRef = createSubRouteRef({
  id: 'changeguard/revisions',
  parent: changeGuardRouteRef,
  path: '/compare/:namespace/:kind/:name',
});

/** What was sent to whom; its filters are in the query. */
export const deliveriesRouteRef = createSubRouteRef({
  id: 'changeguard/deliveries',
  parent: changeGuardRouteRef,
  path: '/deliveries',
});

/** Who did what, and the proof of it; its filters are in the query. */
export const auditRouteRef = createSubRouteRef({
  id: 'changeguard/audit',
  parent: changeGuardRouteRef,
  path: '/audit',
});

/** The tab of an entity's page. */
export const entityContentRouteRef = createRouteRef({
  id: 'changeguard/entity',
});
