import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

// Refs of the legacy package are understood by both frontend systems; the other way round they are not.

/** ChangeGuard's own page, where everybody starts. @public */
export const changeGuardRouteRef = createRouteRef({ id: 'changeguard' });

/** The page of one schema change. @public */
export const schemaChangeRouteRef = createSubRouteRef({
  id: 'changeguard/change',
  parent: changeGuardRouteRef,
  path: '/changes/:id',
});
