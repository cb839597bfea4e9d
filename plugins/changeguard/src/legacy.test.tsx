import { FlatRoutes } from '@backstage/core-app-api';
import {
  EntityProvider,
  entityRouteRef,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { identityApiRef } from '@backstage/core-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleChange,
  sampleNotification,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import {
  ChangeGuardPage,
  EntityChangeGuardCard,
  EntityChangeGuardContent,
  isChangeGuardAvailable,
} from './index';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'orders-api', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-orders' }],
};

async function open(path: string) {
  const api = stubChangeGuardApi({
    listSchemaChanges: ({ query }) => ({
      items: query?.consumer
        ? []
        : [sampleChange({ title: 'Drop the currency field' })],
      nextCursor: null,
    }),
    listConsumers: () => ({
      state: 'complete',
      items: [],
      nextCursor: null,
      hidden: 0,
    }),
    listNotifications: () => ({
      items: [sampleNotification({ title: 'A change was announced' })],
      nextCursor: null,
    }),
    getUnreadCount: () => ({ unread: 1 }),
    getSubscription: () => ({
      entityRef: 'api:default/orders-api',
      mode: null,
    }),
  });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [changeGuardApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [] })],
        [permissionApiRef, mockApis.permission()],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: 'user:default/alice',
            ownershipEntityRefs: [
              'user:default/alice',
              'group:default/team-orders',
            ],
          }),
        ],
      ]}
    >
      <FlatRoutes>
        <Route path="/changeguard" element={<ChangeGuardPage />} />
        <Route
          path="/entity"
          element={
            <EntityProvider entity={entity}>
              <EntityChangeGuardCard />
              <EntityChangeGuardContent />
            </EntityProvider>
          }
        />
      </FlatRoutes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('the plugin in a legacy app', () => {
  it('shows the inbox on its page', async () => {
    await open('/changeguard');
    expect(
      await screen.findByRole('region', { name: 'Needs your answer' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Changes' })).toBeInTheDocument();
  });

  it('shows the list below its page', async () => {
    await open('/changeguard/changes');
    expect(
      await screen.findByRole('link', { name: 'Drop the currency field' }),
    ).toHaveAttribute('href', expect.stringMatching('^/changeguard/changes/0'));
  });

  it('shows the notifications below its page', async () => {
    await open('/changeguard/notifications');
    expect(
      await screen.findByRole('link', { name: 'A change was announced' }),
    ).toBeInTheDocument();
  });

  it('shows the tab and the card of an entity, and the button to its owner', async () => {
    await open('/entity');
    expect(
      await screen.findByRole('region', { name: 'Changes to this' }),
    ).toHaveTextContent('Drop the currency field');
    expect(screen.getByText('Breaking changes')).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Record a change' }),
    ).toHaveAttribute(
      'href',
      '/changeguard/changes/new?entityRef=api%3Adefault%2Forders-api',
    );
  });

  it('is there for APIs, components and resources', () => {
    expect(
      ['API', 'Component', 'resource', 'Group'].map(kind =>
        isChangeGuardAvailable({ ...entity, kind }),
      ),
    ).toEqual([true, true, true, false]);
  });
});
