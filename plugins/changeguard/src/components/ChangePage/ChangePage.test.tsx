import {
  sampleConsumer,
  sampleChangeDetail,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { announceLocalChange } from '@changeguard/backstage-plugin-changeguard-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answeredError } from './__testUtils__/answeredError';
import { sharedFindings } from '../FindingGroup/__testUtils__/sharedFindings';
import { renderChangePage } from './__testUtils__/renderChangePage';

const reach = {
  people: 3,
  channels: {
    email: {
      delivered: 1,
      pending: 1,
      failed: 3,
      refused: 2,
      undeliverable: 1,
    },
  },
};

function finding(number: number) {
  return {
    id: `20000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    rule: 'response-property-removed',
    severity: 'breaking' as const,
    side: 'response' as const,
    pointer: `/orders/${number}`,
    operation: null,
    before: `legacyId: string ${number}`,
    after: null,
    message: `Field ${number} is gone`,
    purpose: null,
    fingerprint: String(number),
  };
}

describe('ChangePage', () => {
  it('says which change it is, how bad, by when, and what is wrong with it', async () => {
    renderChangePage({
      title: 'Remove field legacyId',
      flags: {
        overdue: true,
        atRisk: true,
        entityGone: false,
        reverted: false,
      },
    });

    expect(
      await screen.findByRole('heading', { name: 'Remove field legacyId' }),
    ).toBeInTheDocument();
    expect(screen.getByText('At risk: 1 blocked')).toBeInTheDocument();
    expect(
      screen.getByText('Overdue: the date has passed and it is not released'),
    ).toBeInTheDocument();
    const dates = screen.getByRole('list', { name: 'Dates' });
    expect(
      within(dates)
        .getAllByRole('listitem')
        .map(stop => stop.textContent?.replace(/\w{3} \d.*$/, '')),
    ).toEqual(['Announced', 'Today', 'Takes effect']);
  });

  it('shows the first findings with before and after, and the rest when asked', async () => {
    renderChangePage({
      findings: Array.from({ length: 60 }, (_, i) => finding(i)),
    });

    expect(
      await screen.findByRole('heading', { name: 'What breaks (60 findings)' }),
    ).toBeInTheDocument();
    expect(screen.getByText('legacyId: string 2')).toBeInTheDocument();
    expect(screen.queryByText('Field 3 is gone')).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Show 57 more differences' }),
    );
    expect(screen.getByText('Field 59 is gone')).toBeInTheDocument();
  });

  it('tells once what places share, and each place to whoever asks', async () => {
    renderChangePage({
      findings: [
        finding(1),
        ...sharedFindings.map(
          (
            {
              beforeRange,
              afterRange,
              engine,
              engineVersion,
              accepted,
              ...shared
            },
            index,
          ) => ({ ...shared, id: finding(90 + index).id }),
        ),
      ],
    });

    expect(
      await screen.findByRole('heading', {
        name: 'What breaks (4 findings, told as 2 differences)',
      }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('{"type":["number"]}')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: /^In 3 places/ }));
    expect(screen.getByText(sharedFindings[0].message)).toBeInTheDocument();
    expect(screen.getByText('GET /orders/{id}')).toBeInTheDocument();
  });

  it('says why a finding breaks, where its rule knows', async () => {
    renderChangePage({
      findings: [
        { ...finding(1), purpose: 'Clients that read it fail.' },
        finding(2),
      ],
    });

    await userEvent.click(await screen.findByText('Why is this breaking?'));
    expect(screen.getByText('Clients that read it fail.')).toBeVisible();
    expect(screen.getAllByText('Why is this breaking?')).toHaveLength(1);
  });

  it('renders what people wrote without their HTML', async () => {
    renderChangePage({
      description: '**Bold** <img src=x onerror="alert(1)"> and @bob',
    });

    expect(await screen.findByText('Bold')).toBeInTheDocument();
    expect(screen.getByText('@bob')).toHaveAttribute(
      'href',
      '/catalog/default/user/bob',
    );
    expect(document.querySelector('[onerror]')).toBeNull();
  });

  it('puts first what the reader has to answer', async () => {
    renderChangePage(
      {},
      {
        listConsumers: () => ({
          state: 'complete',
          items: [
            sampleConsumer({ reach }),
            sampleConsumer({
              entityRef: 'component:default/search',
              mayAnswer: false,
            }),
          ],
          nextCursor: null,
          hidden: 2,
        }),
      },
    );

    const yours = await screen.findByRole('region', {
      name: 'Your team’s answer',
    });
    expect(
      within(yours).getByRole('button', { name: 'Answer' }),
    ).toBeInTheDocument();
    expect(within(yours).queryByText('search')).not.toBeInTheDocument();
  });

  it('asks nobody for an answer to what was withdrawn', async () => {
    renderChangePage(
      { status: 'withdrawn', withdrawnAt: '2026-11-20T08:00:00.000Z' },
      {
        listConsumers: () => ({
          state: 'complete',
          items: [sampleConsumer({ reach, mayAnswer: false })],
          nextCursor: null,
          hidden: 0,
        }),
      },
    );

    const consumers = await screen.findByRole('region', { name: 'Consumers' });
    expect(
      await within(consumers).findByText(/^Reached: /),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Your team’s answer' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Answer' }),
    ).not.toBeInTheDocument();
    expect(
      within(screen.getByRole('list', { name: 'Dates' })).queryByText(
        'Takes effect',
      ),
    ).not.toBeInTheDocument();
  });

  it('leaves nothing to do of what is resolved', async () => {
    renderChangePage(
      { status: 'resolved' },
      {
        listConsumers: () => ({
          state: 'complete',
          items: [sampleConsumer({ reach })],
          nextCursor: null,
          hidden: 0,
        }),
      },
    );

    expect(
      await screen.findByRole('region', { name: 'Your team’s answer' }),
    ).toHaveTextContent('Nothing is left to do here.');
  });

  it('says of every consumer why it is affected and what its team said, and how far the news got', async () => {
    const at = '2026-11-20T10:00:00.000Z';
    const { answer } = sampleConsumer();
    renderChangePage(
      {},
      {
        listConsumers: () => ({
          state: 'complete',
          items: [
            sampleConsumer({
              reach,
              late: true,
              answer: {
                ...answer,
                state: 'blocked',
                note: 'The scanner reads it',
                by: 'user:default/bob',
                at,
              },
              mayAnswer: false,
              paths: [
                [
                  {
                    from: 'component:default/checkout-web',
                    type: 'consumesApi',
                    to: 'api:default/cart-api',
                  },
                  {
                    from: 'api:default/cart-api',
                    type: 'dependsOn',
                    to: 'resource:default/orders-db',
                  },
                ],
              ],
            }),
          ],
          nextCursor: null,
          hidden: 2,
        }),
      },
    );

    const consumers = await screen.findByRole('region', { name: 'Consumers' });
    expect(
      await within(consumers).findByText('The scanner reads it'),
    ).toBeInTheDocument();
    expect(consumers).toHaveTextContent(
      /checkout-web.* consumes .*cart-api, which depends on .*orders-db/,
    );
    expect(consumers).toHaveTextContent('Found later');
    expect(consumers).toHaveTextContent('Reached: By mail (1 of 6 messages)');
    expect(consumers).toHaveTextContent('2 more that you may not see');
    expect(screen.getByRole('region', { name: 'Reach' })).toHaveTextContent(
      '1 of 6 messages arrived · 1 on the way · 2 refused by the receiving side · 1 given up after every attempt failed · 1 without an address that works',
    );
  });

  it('reads all pages of a long list of consumers and finds one by name', async () => {
    const all = Array.from({ length: 150 }, (_, i) =>
      sampleConsumer({
        entityRef: `component:default/app-${i}`,
        mayAnswer: false,
      }),
    );
    renderChangePage(
      {},
      {
        listConsumers: ({ query }) => ({
          state: 'complete',
          items: query?.cursor ? all.slice(100) : all.slice(0, 100),
          nextCursor: query?.cursor ? null : 'second',
          hidden: 0,
        }),
      },
    );

    await userEvent.type(
      await screen.findByLabelText('Filter consumers'),
      'app-149',
    );
    const list = within(screen.getByRole('region', { name: 'Consumers' }));
    expect(list.getAllByText(/app-149$/)).not.toHaveLength(0);
    expect(list.queryByText(/app-1$/)).not.toBeInTheDocument();
  });

  it('names those whom nothing has reached yet, says why, and leads operators on', async () => {
    const { change } = renderChangePage(
      {},
      {
        listConsumers: () => ({
          state: 'complete',
          items: [
            sampleConsumer({ reach }),
            sampleConsumer({
              entityRef: 'component:default/orders-etl',
              reachable: false,
            }),
            sampleConsumer({
              entityRef: 'component:default/billing',
              reach: {
                people: 1,
                channels: {
                  email: { ...reach.channels.email, delivered: 0, pending: 0 },
                },
              },
            }),
          ],
          nextCursor: null,
          hidden: 0,
        }),
      },
    );
    const card = await screen.findByRole('region', { name: 'Reach' });
    expect(card).toHaveTextContent(
      'orders-etl: nobody to tell; its owners have no people in the catalog',
    );
    expect(card).toHaveTextContent('billing: every attempt failed (By mail)');
    expect(card).not.toHaveTextContent('checkout-web');
    expect(
      await within(card).findByRole('button', { name: 'Deliveries' }),
    ).toHaveAttribute(
      'href',
      `/changeguard/deliveries?view=all&changeId=${change.id}`,
    );
  });

  it('tells the history in words, with what changed and why', async () => {
    renderChangePage(
      {},
      {
        listChangeAudit: () => ({
          items: [
            {
              id: '30000000-0000-7000-8000-000000000001',
              eventId: null,
              changeId: null,
              entityRef: null,
              actor: 'user:default/alice',
              actorType: 'user',
              action: 'schema-change.updated',
              outcome: 'success',
              before: { severity: 'dangerous' },
              after: { severity: 'breaking' },
              reason: 'We looked closer',
              requestId: null,
              at: '2026-11-20T10:00:00.000Z',
            },
          ],
          nextCursor: null,
        }),
      },
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'History' }),
    );
    const record = (
      await screen.findByText('Reason: We looked closer')
    ).closest('li');
    expect(record).toHaveTextContent('edited this change');
    expect(record).toHaveTextContent('Severity: dangerous → breaking');
  });

  it('follows what somebody else does without a reload', async () => {
    const { api, change } = renderChangePage({ title: 'Old title' });
    await screen.findByRole('heading', { name: 'Old title' });

    api.operations.getSchemaChange = () =>
      sampleChangeDetail({ id: change.id, title: 'New title' });
    announceLocalChange();
    expect(
      await screen.findByRole('heading', { name: 'New title' }),
    ).toBeInTheDocument();
  });

  it('says why a change may not be there', async () => {
    renderChangePage(
      {},
      {
        getSchemaChange: () => {
          throw answeredError(404, 'There is no such change');
        },
      },
    );

    expect(
      await screen.findByText('There is nothing to show here'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/A draft is seen by the owners/),
    ).toBeInTheDocument();
  });

  it('offers another try when the change cannot be loaded', async () => {
    const { api, change } = renderChangePage(
      {},
      {
        getSchemaChange: () => {
          throw answeredError(503, 'Away');
        },
      },
    );

    const retry = await screen.findByRole('button', { name: 'Retry' });
    api.operations.getSchemaChange = () =>
      sampleChangeDetail({ id: change.id, title: 'Back again' });
    await userEvent.click(retry);
    expect(
      await screen.findByRole('heading', { name: 'Back again' }),
    ).toBeInTheDocument();
  });

  it('offers to withdraw a detected change whose break is gone, and leads to both versions', async () => {
    const two = {
      base: '019400d1-0000-7000-8000-000000000001',
      latest: '019400d1-0000-7000-8000-000000000002',
    };
    renderChangePage({
      revisions: two,
      flags: { ...sampleChangeDetail().flags, reverted: true },
      may: { edit: true, comment: true, moveTo: ['withdrawn'] },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw…' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Withdraw this change?' }),
    ).toBeInTheDocument();
    expect(
      screen
        .getByText('See both versions side by side, and why it breaks')
        .closest('a'),
    ).toHaveAttribute(
      'href',
      `/changeguard/compare/default/api/orders-api?from=${two.base}&to=${two.latest}`,
    );
  });
});
