import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ServiceUnavailableError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeGuardApiRef } from '../api/changeGuardApiRef';
import { announceLocalChange } from '../hooks/localChanges';
import { changeGuardRouteRef } from '../routes';
import { sampleChange, stubChangeGuardApi } from '../testUtils';
import { ChangeList } from './ChangeList';

const routes = {
  '/changeguard': changeGuardRouteRef,
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

function show(
  listSchemaChanges: NonNullable<
    Parameters<typeof stubChangeGuardApi>[0]['listSchemaChanges']
  >,
) {
  const api = stubChangeGuardApi({ listSchemaChanges });
  renderInTestApp(<ChangeList query={{ owner: ['group:default/a'] }} />, {
    mountedRoutes: routes,
    apis: [[changeGuardApiRef, api]],
  });
  return api;
}

describe('ChangeList', () => {
  it('says of each change how bad it is, where it stands, when, whose, and who has answered', async () => {
    const change = sampleChange();
    const api = show(() => ({ items: [change], nextCursor: null }));

    const row = await screen.findByRole('listitem');
    expect(
      within(row).getByRole('link', { name: change.title }),
    ).toHaveAttribute('href', `/changeguard/changes/${change.id}`);
    expect(row).toHaveTextContent('Breaking');
    expect(row).toHaveTextContent('Announced');
    expect(row).toHaveTextContent('in 20 days');
    expect(row).toHaveTextContent('team-orders');
    expect(row).toHaveTextContent('5 of 8 answered · 1 blocked');
    expect(api.calls[0].request).toMatchObject({
      query: { owner: ['group:default/a'] },
    });
  });

  it('says of a withdrawn change no date from which it is effective', async () => {
    show(() => ({
      items: [sampleChange({ status: 'withdrawn' })],
      nextCursor: null,
    }));
    const row = await screen.findByRole('listitem');
    expect(row).toHaveTextContent('Withdrawn');
    expect(row).not.toHaveTextContent(/effective|in 20 days/);
  });

  it('says so when there is nothing', async () => {
    show(() => ({ items: [], nextCursor: null }));
    expect(await screen.findByText('No changes here')).toBeInTheDocument();
  });

  it('says what failed and tries again when asked', async () => {
    const api = show(() => {
      throw new ServiceUnavailableError('PostgreSQL is away');
    });
    expect(await screen.findByText('PostgreSQL is away')).toBeInTheDocument();

    api.operations.listSchemaChanges = () => ({
      items: [sampleChange({ title: 'Back again' })],
      nextCursor: null,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('Back again')).toBeInTheDocument();
    expect(screen.queryByText('PostgreSQL is away')).not.toBeInTheDocument();
  });

  it('keeps what is on the screen when a refresh fails', async () => {
    const api = show(() => ({
      items: [sampleChange({ title: 'Still here' })],
      nextCursor: null,
    }));
    await screen.findByText('Still here');

    api.operations.listSchemaChanges = () => {
      throw new ServiceUnavailableError('PostgreSQL is away');
    };
    announceLocalChange();
    expect(
      await screen.findByText('Could not refresh; what you see may be old'),
    ).toBeInTheDocument();
    expect(screen.getByText('Still here')).toBeInTheDocument();
  });

  it('offers more when there is more, and keeps what it has', async () => {
    const [first, second] = [
      sampleChange({ title: 'First' }),
      sampleChange({ title: 'Second' }),
    ];
    show(({ query }) =>
      query?.cursor
        ? { items: [second], nextCursor: null }
        : { items: [first], nextCursor: 'two' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    expect(await screen.findByText('Second')).toBeInTheDocument();
    expect(screen.getByText('First')).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Show more' }),
      ).not.toBeInTheDocument(),
    );
  });

  it('names an entity that has left the catalog without linking it', async () => {
    show(() => ({
      items: [
        sampleChange({
          flags: {
            overdue: true,
            atRisk: false,
            entityGone: true,
            reverted: false,
          },
        }),
      ],
      nextCursor: null,
    }));
    expect(
      await screen.findByText('No longer in the catalog'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Overdue · /)).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /orders-api/ }),
    ).not.toBeInTheDocument();
  });
});
