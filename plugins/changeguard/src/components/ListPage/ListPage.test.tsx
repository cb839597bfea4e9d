import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleChange,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { ListPage } from './ListPage';

const Where = () => <output>{useLocation().search}</output>;

function open(search = '') {
  const api = stubChangeGuardApi({
    listSchemaChanges: ({ query }) => ({
      items: [
        sampleChange({
          title: query?.cursor ? 'On the second page' : 'On the first page',
        }),
      ],
      nextCursor: query?.cursor ? null : 'second',
    }),
  });
  renderInTestApp(
    <>
      <ListPage />
      <Where />
    </>,
    {
      mountPath: '/changeguard/changes',
      initialRouteEntries: [`/changeguard/changes${search}`],
      mountedRoutes: {
        '/changeguard': changeGuardRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [changeGuardApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [] })],
        mockApis.identity({
          userEntityRef: 'user:default/bob',
          ownershipEntityRefs: ['user:default/bob', 'group:default/a'],
        }),
      ],
    },
  );
  const asked = () => api.calls.map(({ request }) => request);
  return { api, asked };
}

describe('ListPage', () => {
  it('puts a chosen filter into the URL and asks for it', async () => {
    const { asked } = open();
    await screen.findByText('On the first page');

    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Released' }));

    await waitFor(() =>
      expect(asked().at(-1)).toMatchObject({ query: { status: ['released'] } }),
    );
    expect(screen.getByText('?status=released')).toBeInTheDocument();
  });

  it('shows what the URL says', async () => {
    const { asked } = open('?view=affecting&severity=dangerous&q=orders');
    await screen.findByText('On the first page');

    expect(asked()[0]).toMatchObject({
      query: {
        consumerOwner: ['user:default/bob', 'group:default/a'],
        severity: ['dangerous'],
        q: 'orders',
      },
    });
    expect(
      screen.getByRole('button', { name: 'Affecting my teams' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('searchbox')).toHaveValue('orders');
    expect(
      screen.getByRole('button', { name: 'Filters (1)' }),
    ).toBeInTheDocument();
  });

  it('keeps the number of pages in the URL, and what is shown already', async () => {
    open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    expect(await screen.findByText('On the second page')).toBeInTheDocument();
    expect(screen.getByText('On the first page')).toBeInTheDocument();
    expect(screen.getByText('?pages=2')).toBeInTheDocument();
  });

  it('starts over with one page when the words change', async () => {
    const { asked } = open('?pages=2');
    await screen.findByText('On the second page');

    await userEvent.type(screen.getByRole('searchbox'), 'orders');
    expect(await screen.findByText('?q=orders')).toBeInTheDocument();
    await waitFor(() =>
      expect(asked().at(-1)).toMatchObject({ query: { q: 'orders' } }),
    );
  });

  it('tells what to try when nothing matches', async () => {
    const { api } = open('?q=nothing');
    api.operations.listSchemaChanges = () => ({ items: [], nextCursor: null });
    expect(await screen.findByText('No changes match')).toBeInTheDocument();
  });
});
