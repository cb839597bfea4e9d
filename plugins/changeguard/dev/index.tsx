// The screens without a backend, in a legacy app: `yarn start` in this package.
import { Content, Header, Page } from '@backstage/core-components';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createDevApp } from '@backstage/dev-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import { useOutlet } from 'react-router-dom';
import {
  ChangeGuardPage,
  changeGuardPlugin,
  EntityChangeGuardCard,
  EntityChangeGuardContent,
} from '../src';
import { createDevApi } from './createDevApi';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'orders-api', namespace: 'default', title: 'Orders API' },
  relations: [{ type: 'ownedBy', targetRef: 'user:default/guest' }],
};

/** Stands in for the catalog, to which names of entities link. */
const catalogPlugin = createPlugin({
  id: 'catalog',
  routes: { entity: entityRouteRef },
});
const EntityPage = catalogPlugin.provide(
  createRoutableExtension({
    name: 'EntityPage',
    mountPoint: entityRouteRef,
    component: async () =>
      function EntityPageOutlet() {
        return (
          <Page themeId="service">
            <Header title="Orders API" />
            <Content>
              <EntityProvider entity={entity}>{useOutlet()}</EntityProvider>
            </Content>
          </Page>
        );
      },
  }),
);

createDevApp()
  .registerPlugin(changeGuardPlugin)
  .registerApi(createApiFactory(changeGuardApiRef, createDevApi()))
  .registerApi(
    createApiFactory(catalogApiRef, catalogApiMock({ entities: [entity] })),
  )
  .addPage({
    path: '/changeguard',
    title: 'ChangeGuard',
    element: <ChangeGuardPage />,
  })
  .addPage({
    path: '/catalog/:namespace/:kind/:name',
    element: <EntityPage />,
    children: (
      <>
        <EntityChangeGuardCard />
        <EntityChangeGuardContent />
      </>
    ),
  })
  .render();
