import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { SchemaChangeSummary } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleChange,
  sampleConsumer,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityCard } from '../EntityCard/EntityCard';
import { EntityChanges } from './EntityChanges';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'orders-api', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-orders' }],
};

function open(
  element: JSX.Element,
  options: {
    here?: SchemaChangeSummary[];
    affecting?: SchemaChangeSummary[];
    groups?: string[];
  },
) {
  const { here = [], affecting = [], groups = [] } = options;
  const api = stubChangeGuardApi({
    listSchemaChanges: ({ query }) => ({
      items: query?.consumer ? affecting : here,
      nextCursor: null,
    }),
    listConsumers: () => ({
      state: 'complete',
      items: [
        sampleConsumer({ entityRef: 'api:default/orders-api' }),
        sampleConsumer(),
      ],
      nextCursor: null,
      hidden: 0,
    }),
    getSubscription: () => ({
      entityRef: 'api:default/orders-api',
      mode: null,
    }),
    setSubscription: ({ body }) => ({
      entityRef: 'api:default/orders-api',
      mode: body.mode,
    }),
  });
  renderInTestApp(<EntityProvider entity={entity}>{element}</EntityProvider>, {
    mountedRoutes: {
      '/changeguard': changeGuardRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [changeGuardApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [] })],
      mockApis.permission(),
      mockApis.identity({
        userEntityRef: 'user:default/alice',
        ownershipEntityRefs: ['user:default/alice', ...groups],
      }),
    ],
  });
  return api;
}

describe('EntityChanges', () => {
  it('sums up what changes here, what affects this, and by when an answer is needed', async () => {
    open(<EntityChanges />, {
      here: [sampleChange(), sampleChange()],
      affecting: [sampleChange({ effectiveAt: '2027-03-05T12:00:00.000Z' })],
    });
    const line = await screen.findByText(/^2 open changes here/);
    await waitFor(() =>
      expect(line).toHaveTextContent(
        '2 open changes here · 1 change affects this, answer needed by Mar 5, 2027',
      ),
    );
    expect(
      screen.getByRole('region', { name: 'Changes that affect this' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Answer' })).toBeInTheDocument();
  });

  it('teaches what it is for when there is nothing', async () => {
    open(<EntityChanges />, {});
    expect(
      await screen.findByText('Nothing is about to break here'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/Changes are recorded by the owners:/),
    ).toHaveTextContent('team-orders');
    expect(
      screen.queryByRole('button', { name: 'Record a change' }),
    ).not.toBeInTheDocument();
  });

  it('offers an owner to record a change', async () => {
    open(<EntityChanges />, { groups: ['group:default/team-orders'] });
    expect(
      await screen.findByRole('button', { name: 'Record a change' }),
    ).toHaveAttribute(
      'href',
      '/changeguard/changes/new?entityRef=api%3Adefault%2Forders-api',
    );
  });

  it('lets one follow the entity', async () => {
    const api = open(<EntityChanges />, {});
    await userEvent.click(
      await screen.findByRole('button', { name: 'Follow' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitemradio', { name: /^Follow/ }),
    );
    expect(
      await screen.findByRole('button', { name: 'Following' }),
    ).toBeInTheDocument();
    expect(api.calls).toContainEqual({
      name: 'setSubscription',
      request: {
        params: { kind: 'api', namespace: 'default', name: 'orders-api' },
        body: { mode: 'follow' },
      },
    });
  });
});

describe('EntityCard', () => {
  it('says how many, how bad and when', async () => {
    open(<EntityCard />, {
      here: [
        sampleChange({ severity: 'dangerous' }),
        sampleChange({ severity: 'breaking' }),
      ],
    });
    expect(await screen.findByText('2 open changes')).toBeInTheDocument();
    expect(screen.getByText('Breaking')).toBeInTheDocument();
    expect(screen.getByText('in 20 days')).toBeInTheDocument();
  });

  it('draws nothing when there is nothing', async () => {
    const api = open(
      <main>
        <EntityCard />
      </main>,
      {},
    );
    await waitFor(() => expect(api.calls).toHaveLength(2));
    expect(await screen.findByRole('main')).toBeEmptyDOMElement();
  });
});
