import { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import { createChangeGuardApi } from './api/createChangeGuardApi';
import { isChangeGuardKind } from './isChangeGuardKind';
import { changeGuardRouteRef, entityContentRouteRef } from './routes';

/** ChangeGuard for a portal on the legacy frontend system. @public */
export const changeGuardPlugin = createPlugin({
  id: 'changeguard',
  apis: [
    createApiFactory({
      api: changeGuardApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: createChangeGuardApi,
    }),
  ],
  routes: { root: changeGuardRouteRef, entityContent: entityContentRouteRef },
});

/**
 * The page of ChangeGuard with everything below it; mount it at `/changeguard` in the portal's routes.
 *
 * @public
 */
export const ChangeGuardPage = changeGuardPlugin.provide(
  createRoutableExtension({
    name: 'ChangeGuardPage',
    component: () =>
      import('./components/LegacyPage/LegacyPage').then(m => m.LegacyPage),
    mountPoint: changeGuardRouteRef,
  }),
);

/**
 * The tab of an entity's page; mount it at `/changeguard` in an `EntityLayout`, with {@link isChangeGuardAvailable} as its `if`.
 *
 * @public
 */
export const EntityChangeGuardContent = changeGuardPlugin.provide(
  createRoutableExtension({
    name: 'EntityChangeGuardContent',
    component: () =>
      import('./components/EntityChanges/EntityChanges').then(
        m => m.EntityChanges,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card of an entity's overview. It draws nothing when nothing is about to change. @public */
export const EntityChangeGuardCard = changeGuardPlugin.provide(
  createComponentExtension({
    name: 'EntityChangeGuardCard',
    component: {
      lazy: () =>
        import('./components/EntityCard/EntityCard').then(m => m.EntityCard),
    },
  }),
);

/** Whether an entity is of a kind that ChangeGuard knows changes of: an API, a Component or a Resource. @public */
export function isChangeGuardAvailable(entity: Entity): boolean {
  return isChangeGuardKind(entity.kind);
}
