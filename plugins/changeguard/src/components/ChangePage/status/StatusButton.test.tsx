import {
  sampleChangeDetail,
  sampleConsumer,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answeredError } from '../__testUtils__/answeredError';
import { renderChangePage } from '../__testUtils__/renderChangePage';

const owner = { edit: true, comment: true };
const audience = {
  state: 'complete' as const,
  consumers: [],
  hidden: 0,
  people: 12,
  teams: 5,
  followers: 0,
};

async function choose(name: RegExp) {
  await userEvent.click(
    await screen.findByRole('button', { name: /^Change the status/ }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name }));
  return screen.findByRole('dialog');
}

describe('StatusButton', () => {
  it('offers nobody else than those who may move the change a move', async () => {
    renderChangePage({ status: 'announced' });

    expect(await screen.findAllByText('Announced')).not.toHaveLength(0);
    expect(
      screen.queryByRole('button', { name: /^Change the status/ }),
    ).not.toBeInTheDocument();
  });

  it('offers the legal moves and says of each whom it tells', async () => {
    renderChangePage(
      {
        status: 'announced',
        may: { ...owner, moveTo: ['released', 'resolved', 'withdrawn'] },
      },
      {
        listConsumers: () => ({
          state: 'complete',
          items: [
            sampleConsumer(),
            sampleConsumer({ entityRef: 'component:default/checkout-api' }),
            sampleConsumer({
              ownerRefs: ['group:default/team-search'],
              reach: { people: 2, channels: {} },
            }),
          ],
          nextCursor: null,
          hidden: 0,
        }),
      },
    );
    await screen.findByRole('heading', { name: 'Your teams’ answers' });

    await userEvent.click(
      screen.getByRole('button', { name: /^Change the status/ }),
    );
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual([
      'Mark as releasedTells about 5 people in 2 teams',
      'ResolveTells about 5 people in 2 teams',
      'WithdrawTells about 5 people in 2 teams',
    ]);
  });

  it('announces a draft after saying whom that tells, with the date it asks for', async () => {
    const { api, change } = renderChangePage(
      {
        status: 'draft',
        effectiveAt: null,
        may: { ...owner, moveTo: ['announced', 'withdrawn'] },
      },
      {
        previewAudience: ({ body }) => ({
          entityRef: body.entityRef,
          ...audience,
        }),
      },
    );
    api.operations.updateSchemaChange = () => {
      const announced = sampleChangeDetail({
        id: change.id,
        title: 'Announced now',
        version: 2,
      });
      api.operations.getSchemaChange = () => announced;
      return announced;
    };

    const dialog = await choose(/^Announce/);
    expect(
      await within(dialog).findByText('Tells 12 people in 5 teams.'),
    ).toBeInTheDocument();
    await userEvent.type(
      within(dialog).getByLabelText('Takes effect on'),
      '2027-01-15',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Announce' }),
    );

    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(
      await screen.findByRole('heading', { name: 'Announced now' }),
    ).toBeInTheDocument();
    expect(
      api.calls.find(({ name }) => name === 'updateSchemaChange')?.request,
    ).toEqual({
      params: { id: change.id },
      body: {
        status: 'announced',
        effectiveAt: expect.stringMatching(/^2027-01-1[456]T/),
      },
      ifMatch: 1,
    });
  });

  it('asks why when people were told the opposite before', async () => {
    renderChangePage({
      status: 'announced',
      may: { ...owner, moveTo: ['withdrawn'] },
    });

    const dialog = await choose(/^Withdraw/);
    const confirm = within(dialog).getByRole('button', { name: 'Withdraw' });
    expect(confirm).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox'), 'Not needed');
    expect(confirm).toBeEnabled();
  });

  it('keeps the reason and shows the newest version when somebody else was faster', async () => {
    const may = {
      ...owner,
      moveTo: ['released' as const, 'resolved' as const],
    };
    const { api, change } = renderChangePage({ status: 'announced', may });
    api.operations.updateSchemaChange = ({ ifMatch }) => {
      if (ifMatch !== 2) throw answeredError(412, 'Precondition failed');
      return sampleChangeDetail({ id: change.id, status: 'resolved' });
    };
    const dialog = await choose(/^Resolve/);
    await userEvent.type(within(dialog).getByRole('textbox'), 'All migrated');
    api.operations.getSchemaChange = () =>
      sampleChangeDetail({ id: change.id, version: 2, may });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Resolve' }),
    );

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody changed this meanwhile',
    );
    expect(within(dialog).getByRole('textbox')).toHaveValue('All migrated');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Resolve' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('says so when the move is no longer possible', async () => {
    const { api, change } = renderChangePage({
      status: 'announced',
      may: { ...owner, moveTo: ['released'] },
    });
    api.operations.updateSchemaChange = () => {
      throw answeredError(409, 'From withdrawn it leads nowhere');
    };
    const dialog = await choose(/^Mark as released/);
    api.operations.getSchemaChange = () =>
      sampleChangeDetail({ id: change.id, status: 'withdrawn', version: 2 });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Mark as released' }),
    );

    expect(
      await within(dialog).findByText(/It now stands at “Withdrawn”/),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: 'Mark as released' }),
    ).toBeDisabled();
  });

  it('deletes a draft only after asking', async () => {
    const { api, change } = renderChangePage(
      { status: 'draft', may: { ...owner, moveTo: [] } },
      { deleteSchemaChange: () => undefined },
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete this draft' }),
    );
    expect(api.calls.map(({ name }) => name)).not.toContain(
      'deleteSchemaChange',
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Delete',
      }),
    );
    await waitFor(() =>
      expect(api.calls).toContainEqual({
        name: 'deleteSchemaChange',
        request: { params: { id: change.id }, ifMatch: 1 },
      }),
    );
  });
});
