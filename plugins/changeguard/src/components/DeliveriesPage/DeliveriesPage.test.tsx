import { ConflictError } from '@backstage/errors';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import {
  announceLocalChange,
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleDelivery,
  sampleFailingEvent,
  stubChangeGuardApi,
  StubbedOperations,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { DeliveriesPage } from './DeliveriesPage';

const Where = () => <output>{useLocation().search}</output>;

function open(
  deliveries: Delivery[],
  options: {
    search?: string;
    operations?: StubbedOperations;
  } = {},
) {
  let stored = deliveries;
  const api = stubChangeGuardApi({
    listDeliveries: ({ query }) => ({
      items: stored.filter(
        ({ state }) => !query?.state || [query.state].flat().includes(state),
      ),
      nextCursor: null,
    }),
    getDeliverySummary: () => ({
      channels: [
        {
          channel: 'email',
          pending: 0,
          retrying: 2,
          dead: 1_500,
          undeliverable: 3,
          oldestDueAt: '2026-11-01T08:00:00.000Z',
        },
      ],
      outbox: { unpublished: 0, oldestAt: null },
    }),
    listFailingEvents: () => ({ items: [], nextCursor: null }),
    replayDelivery: ({ params }) => {
      stored = stored.map(one =>
        one.id === params.id ? { ...one, state: 'pending', attempts: 0 } : one,
      );
      return stored.find(({ id }) => id === params.id)!;
    },
    ...options.operations,
  });
  renderInTestApp(
    <>
      <DeliveriesPage />
      <Where />
    </>,
    {
      mountPath: '/changeguard/deliveries',
      initialRouteEntries: [`/changeguard/deliveries${options.search ?? ''}`],
      mountedRoutes: {
        '/changeguard': changeGuardRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [changeGuardApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [] })],
        mockApis.permission(),
      ],
    },
  );
  return {
    api,
    put: (next: Delivery[]) => {
      stored = next;
    },
  };
}

const callsOf = (api: ReturnType<typeof open>['api'], name: string) =>
  api.calls.filter(call => call.name === name).map(({ request }) => request);

describe('DeliveriesPage', () => {
  it('says why a delivery failed and what to do about it', async () => {
    open([
      sampleDelivery({
        state: 'undeliverable',
        channel: 'email',
        lastError: 'user:default/bob has no mail address in the catalog',
      }),
    ]);
    const [, row] = await screen.findAllByRole('row');
    expect(row).toHaveTextContent('Undeliverable');
    expect(row).toHaveTextContent('has no mail address in the catalog');
    expect(row).toHaveTextContent('put a working mail address into');
  });

  it('asks for what has not arrived unless told otherwise, and for everything when told so', async () => {
    const { api } = open([sampleDelivery({ state: 'delivered' })]);
    expect(
      await screen.findByText('Everything has arrived'),
    ).toBeInTheDocument();
    expect(callsOf(api, 'listDeliveries')[0]).toMatchObject({
      query: { state: ['pending', 'retrying', 'dead', 'undeliverable'] },
    });

    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(await screen.findByText('Arrived')).toBeInTheDocument();
    expect(screen.getByText('?view=all')).toBeInTheDocument();
  });

  it('takes its filters from the URL and puts them there', async () => {
    const changeId = '019400d1-0000-7000-8000-000000000001';
    const { api } = open([], {
      search: `?state=dead&channel=email&recipient=user%3Adefault%2Fbob&changeId=${changeId}&eventId=nonsense`,
    });
    await screen.findByText('No deliveries match');
    expect(callsOf(api, 'listDeliveries')[0]).toMatchObject({
      query: {
        state: ['dead'],
        channel: ['email'],
        recipient: 'user:default/bob',
        changeId,
        eventId: undefined,
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Show By mail: 2 Retrying' }),
    );
    await waitFor(() =>
      expect(callsOf(api, 'listDeliveries')).toContainEqual(
        expect.objectContaining({
          query: expect.objectContaining({ state: ['retrying'] }),
        }),
      ),
    );
  });

  it('says at once that an id is none, and does not ask for it', async () => {
    const { api } = open([sampleDelivery({ state: 'dead' })]);
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Event' }), 'abc');
    expect(await screen.findByText('This is not an id')).toBeInTheDocument();
    expect(callsOf(api, 'listDeliveries')).toHaveLength(1);
  });

  it('replays a notification at once, and shows it on its way', async () => {
    const delivery = sampleDelivery({ state: 'dead', channel: 'backstage' });
    const { api } = open([delivery]);
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Replay the delivery to ${delivery.recipient}`,
      }),
    );
    expect(await screen.findByText('Waiting')).toBeInTheDocument();
    expect(callsOf(api, 'replayDelivery')).toEqual([
      { params: { id: delivery.id }, body: {} },
    ]);
  });

  it('asks before a mail is sent again, and passes the reason on', async () => {
    const delivery = sampleDelivery({ state: 'dead', channel: 'email' });
    const { api } = open([delivery]);
    await userEvent.click(
      await screen.findByRole('button', { name: /^Replay the delivery/ }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'Replay this delivery?',
    });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Reason' }),
      'Mailbox is back',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Replay' }),
    );
    expect(
      await within(dialog).findByText('1 delivery is on its way again'),
    ).toBeInTheDocument();
    expect(callsOf(api, 'replayDelivery')).toEqual([
      { params: { id: delivery.id }, body: { reason: 'Mailbox is back' } },
    ]);
  });

  it('replays what is selected, and counts what had moved on by itself', async () => {
    const [gone, stuck] = [
      sampleDelivery({ state: 'dead', recipient: 'user:default/ann' }),
      sampleDelivery({ state: 'dead', recipient: 'user:default/ben' }),
    ];
    const { api } = open([gone, stuck, sampleDelivery({ state: 'retrying' })]);
    const replay = api.operations.replayDelivery!;
    api.operations.replayDelivery = request => {
      if (request.params.id === gone.id) throw conflict();
      return replay(request);
    };
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Select everything shown that can be replayed',
      }),
    );
    expect(screen.getByText('2 selected')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Replay 2 selected' }),
    );
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Replay',
      }),
    );
    expect(
      await screen.findByText('1 delivery is on its way again'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 had moved on by itself')).toBeInTheDocument();
  });

  it('selects everything from the keyboard', async () => {
    open([
      sampleDelivery({ state: 'dead' }),
      sampleDelivery({ state: 'undeliverable' }),
    ]);
    const all = await screen.findByRole('checkbox', {
      name: 'Select everything shown that can be replayed',
    });
    screen.getByRole('button', { name: 'Replay all that match' }).focus();
    await userEvent.tab();
    expect(all).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(screen.getByText('2 selected')).toBeInTheDocument();
    await userEvent.keyboard(' ');
    expect(screen.queryByText('2 selected')).toBeNull();
  });

  it('replays all that match, call after call, and says how many', async () => {
    const answers = [
      { replayed: 1_000, more: true },
      { replayed: 500, more: false },
    ];
    const { api } = open([sampleDelivery({ state: 'dead' })], {
      search: '?state=dead&channel=email',
      operations: { replayDeliveries: () => answers.shift()! },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Replay all that match' }),
    );
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('Exactly 1 delivery');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Replay' }),
    );
    expect(
      await screen.findByText('1500 deliveries are on their way again'),
    ).toBeInTheDocument();
    expect(callsOf(api, 'replayDeliveries')).toEqual([
      { body: { state: 'dead', channel: 'email' } },
      { body: { state: 'dead', channel: 'email' } },
    ]);
  });

  it('keeps new rows back while some are selected', async () => {
    const first = sampleDelivery({ state: 'dead' });
    const { put } = open([first]);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /^Select the delivery/ }),
    );
    put([sampleDelivery({ state: 'dead' }), first]);
    announceLocalChange();
    expect(
      await screen.findByRole('button', { name: '1 new delivery. Show it' }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(2);
  });

  it('says that every event gets on', async () => {
    open([]);
    expect(await screen.findByText('Every event gets on.')).toBeInTheDocument();
  });

  it('says who fails on an event, and offers to skip what may be skipped', async () => {
    open([], {
      operations: {
        listFailingEvents: () => ({
          items: [
            sampleFailingEvent({
              subscriber: 'notification',
              lastError: 'relation "people" does not exist',
              attempts: 7,
            }),
            sampleFailingEvent({ subscriber: 'audit' }),
            sampleFailingEvent({ subscriber: null, changeTitle: null }),
          ],
          nextCursor: null,
        }),
      },
    });
    const section = await screen.findByRole('region', {
      name: 'Events that do not get on',
    });
    const [poison, audit, unpublished] = await within(section).findAllByRole(
      'listitem',
    );
    expect(poison).toHaveTextContent(
      'The subscriber notification fails on it, tried 7 times',
    );
    expect(poison).toHaveTextContent('relation "people" does not exist');
    expect(audit).toHaveTextContent('The audit trail skips nothing');
    expect(unpublished).toHaveTextContent('It cannot be published');
    expect(unpublished).toHaveTextContent('A change that you may not see');
    expect(
      within(section).getAllByRole('button', { name: /^Skip/ }),
    ).toHaveLength(1);
  });

  it('skips an event once it was told why, and shows that it is gone', async () => {
    let failing = [sampleFailingEvent({ subscriber: 'notification' })];
    const [poison] = failing;
    let refusal: Error | undefined = new ConflictError('not just now');
    const { api } = open([], {
      operations: {
        listFailingEvents: () => ({ items: failing, nextCursor: null }),
        skipEvent: () => {
          if (refusal) throw refusal;
          failing = [];
          return undefined;
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Skip for notification: ${poison.changeTitle}`,
      }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'Skip this event for notification?',
    });
    const confirm = within(dialog).getByRole('button', { name: 'Skip' });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Told by hand',
    );
    await userEvent.click(confirm);
    expect(
      await within(dialog).findByText('The event was not skipped'),
    ).toBeInTheDocument();

    refusal = undefined;
    await userEvent.click(confirm);
    expect(await screen.findByText('Every event gets on.')).toBeInTheDocument();
    expect(screen.getByText('The event was skipped')).toBeInTheDocument();
    expect(callsOf(api, 'skipEvent')[1]).toEqual({
      params: { id: poison.eventId },
      body: { subscriber: 'notification', reason: 'Told by hand' },
    });
  });

  it('shows the deliveries although the events that do not get on cannot be loaded', async () => {
    open([sampleDelivery({ state: 'dead' })], {
      operations: {
        listFailingEvents: () => {
          throw new Error('no answer');
        },
      },
    });
    expect(
      await screen.findByText(
        'The events that do not get on could not be loaded',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('table', { name: 'Deliveries' }),
    ).toHaveTextContent('Given up');
  });
});

/** As the client throws it for a 409. */
function conflict() {
  return Object.assign(new ConflictError('It is on its way already'), {
    statusCode: 409,
  });
}
