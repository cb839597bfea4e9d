import type { DefinitionCheckResult } from '@changeguard/backstage-plugin-changeguard-common';
import {
  sampleChangeDetail,
  sampleCheckResult,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answeredError } from '../ChangePage/__testUtils__/answeredError';
import { sharedFindings } from '../FindingGroup/__testUtils__/sharedFindings';
import { renderForm } from './__testUtils__/renderForm';

const forOrders = '/new?entityRef=api:default/orders-api';
const field = (name: string) => screen.findByRole('textbox', { name });
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('RecordPage', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is filled in with the entity one comes from and the format its type suggests', async () => {
    renderForm(forOrders);

    expect(await field('Entity')).toHaveValue('api:default/orders-api');
    await waitFor(() =>
      expect(screen.getByLabelText('Format')).toHaveValue('openapi'),
    );
  });

  it('does not call it a draft when nobody has typed anything', async () => {
    const { unmount } = renderForm(forOrders);
    await waitFor(() =>
      expect(screen.getByLabelText('Format')).toHaveValue('openapi'),
    );
    unmount();

    expect(Object.keys(localStorage)).not.toContainEqual(
      expect.stringMatching(/^changeguard/),
    );
  });

  it('offers the entities of the own teams, and finds others by name', async () => {
    renderForm('/new');

    await userEvent.click(await field('Entity'));
    const own = await screen.findAllByRole('option', { name: /^orders-/ });
    expect(own.map(option => option.textContent)).toEqual([
      'orders-apiapi:default/orders-api · openapi',
      'orders-dbresource:default/orders-db · database',
    ]);
    await userEvent.paste('stock');
    await waitFor(() => expect(screen.queryByText('orders-db')).toBeNull());
    await userEvent.click(
      await screen.findByRole('option', { name: /^stock-api/ }),
    );
    expect(
      await screen.findByText(/Only its owners may record a change to it/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByLabelText('Format')).toHaveValue('protobuf'),
    );
  });

  it('lets one look for another entity than the one filled in', async () => {
    renderForm(forOrders);

    const input = await field('Entity');
    await userEvent.clear(input);
    await userEvent.type(input, 'stock');
    expect(input).toHaveValue('stock');
  });

  it('shows who will hear of it before anything is announced', async () => {
    renderForm(forOrders);

    const preview = await screen.findByRole('region', {
      name: 'Who will hear of it',
    });
    expect(
      await within(preview).findByText(
        'Announcing tells 12 people in 5 teams.',
      ),
    ).toBeInTheDocument();
    expect(preview).toHaveTextContent(/checkout-web.* consumes .*orders-api/);
    expect(preview).toHaveTextContent(/mateo.*Nobody to tell/);
    expect(preview).toHaveTextContent('1 more that you may not see');
  });

  it('announces only after saying whom that tells', async () => {
    const { api } = renderForm(forOrders, {
      recordSchemaChange: () => sampleChangeDetail(),
    });
    await userEvent.type(await field('Title'), 'Remove legacyId');
    await press('Add a finding');
    await userEvent.keyboard('The field is gone');
    await press('Announce…');

    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('Announcing tells 12 people in 5 teams.'),
    ).toBeInTheDocument();
    expect(api.calls.map(({ name }) => name)).not.toContain(
      'recordSchemaChange',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Announce' }),
    );

    expect(await screen.findByText('stored')).toBeInTheDocument();
    expect(
      api.calls.find(({ name }) => name === 'recordSchemaChange')?.request,
    ).toEqual({
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      body: expect.objectContaining({
        entityRef: 'api:default/orders-api',
        title: 'Remove legacyId',
        format: 'openapi',
        status: 'announced',
        findings: [
          expect.objectContaining({
            message: 'The field is gone',
            severity: 'breaking',
            side: null,
          }),
        ],
      }),
    });
  });

  it('names everything that has to be put right, beside its field and at the top', async () => {
    const { api } = renderForm('/new');
    await field('Title');
    await press('Add a finding');
    await userEvent.type(await field('Where'), '/orders');
    await press('Save draft');

    const summary = await screen.findByRole('alert');
    expect(
      within(summary)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'Entity: Choose what changes',
      'Title: Say in one line what changes',
      'What breaks: Say what breaks',
    ]);
    expect(await field('Title')).toBeInvalid();
    await userEvent.click(
      within(summary).getByRole('link', { name: /Say what breaks/ }),
    );
    expect(await field('What breaks')).toHaveFocus();
    expect(api.calls.map(({ name }) => name)).not.toContain(
      'recordSchemaChange',
    );
  });

  it('shows what the server refuses beside its field and loses nothing', async () => {
    renderForm(forOrders, {
      recordSchemaChange: () => {
        throw answeredError(400, 'Bad request', [
          { pointer: '/title', code: 'custom', message: 'is taken' },
          {
            pointer: '/findings/0/pointer',
            code: 'custom',
            message: 'is no pointer',
          },
        ]);
      },
    });
    await userEvent.type(await field('Title'), 'Remove legacyId');
    await press('Add a finding');
    await press('Add a finding');
    await userEvent.keyboard('Only the second is written');
    await press('Save draft');

    expect(await screen.findByRole('alert')).toHaveTextContent('is taken');
    expect(await field('Title')).toHaveAccessibleDescription('is taken');
    const [first, second] = screen.getAllByRole('textbox', { name: 'Where' });
    expect(first).toBeValid();
    expect(second).toHaveAccessibleDescription('is no pointer');
    expect(await field('Title')).toHaveValue('Remove legacyId');
  });

  it('keeps what was typed in this browser and offers to start afresh', async () => {
    const { unmount } = renderForm(forOrders);
    await userEvent.type(await field('Title'), 'Half a title');
    unmount();

    renderForm(forOrders);
    expect(await field('Title')).toHaveValue('Half a title');
    expect(screen.getByText(/You had begun this before/)).toBeInTheDocument();
    await press('Start afresh');
    expect(await field('Title')).toHaveValue('');
    expect(
      screen.queryByText(/You had begun this before/),
    ).not.toBeInTheDocument();
  });

  it('forgets what it kept once the server has it', async () => {
    const { unmount } = renderForm(forOrders, {
      recordSchemaChange: () => sampleChangeDetail(),
    });
    await userEvent.type(await field('Title'), 'Whole title');
    await press('Save draft');
    await screen.findByText('stored');
    unmount();

    renderForm(forOrders);
    expect(await field('Title')).toHaveValue('');
  });

  it('moves findings by keyboard and keeps the focus where it was', async () => {
    renderForm(forOrders);
    await field('Title');
    await press('Add a finding');
    await userEvent.keyboard('First');
    await press('Add a finding');
    await userEvent.keyboard('Second');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');

    const findings = () =>
      screen
        .getAllByRole('textbox', { name: 'What breaks' })
        .map(input => (input as HTMLInputElement).value);
    expect(findings()).toEqual(['Second', 'First']);
    expect(document.activeElement).toHaveValue('Second');
    expect(screen.getByText('Moved to position 1 of 2')).toBeInTheDocument();

    await press('Remove finding 1');
    expect(findings()).toEqual(['First']);
    expect(document.activeElement).toHaveValue('First');
  });

  it('fills in what the new definition breaks beside what was typed, and takes that back', async () => {
    const { api } = renderForm(forOrders, {
      checkDefinition: () => sampleCheckResult(),
    });
    await field('Title');
    await press('Add a finding');
    await userEvent.keyboard('Typed by hand');
    await press('Fill in from the new definition');
    fireEvent.change(await field('New definition'), {
      target: { value: 'type Query { b: Int }' },
    });
    await press('Find what breaks');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add the findings' }),
    );
    const written = () =>
      screen
        .getAllByRole<HTMLInputElement>('textbox', { name: 'What breaks' })
        .map(({ value }) => value);

    expect(written()).toEqual([
      'Typed by hand',
      'The field a of Query is gone',
    ]);
    expect(
      api.calls.find(({ name }) => name === 'checkDefinition')?.request,
    ).toMatchObject({
      body: {
        entityRef: 'api:default/orders-api',
        revision: 'type Query { b: Int }',
      },
    });
    await press('Undo');
    expect(written()).toEqual(['Typed by hand']);
  });

  it('fills in once what operations share, edits it for all of them, and takes one away', async () => {
    const { api } = renderForm(forOrders, {
      checkDefinition: () =>
        sampleCheckResult({ findings: [...sharedFindings] }),
      recordSchemaChange: () => sampleChangeDetail(),
    });
    await userEvent.type(await field('Title'), 'Totals are texts');
    await press('Fill in from the new definition');
    fireEvent.change(await field('New definition'), {
      target: { value: 'openapi: 3.1.0' },
    });
    await press('Find what breaks');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add the findings' }),
    );
    expect(screen.getAllByRole('textbox', { name: 'Where' })).toHaveLength(1);
    expect(screen.queryByRole('textbox', { name: 'What breaks' })).toBeNull();
    await userEvent.type(await field('Before'), '!');
    const inPlaces = { name: /^In 3 places/ };
    await userEvent.click(screen.getByRole('button', inPlaces));
    await press('Remove place 1 of finding 1');

    // It stays open, and one goes on where one was.
    const left = screen.getAllByRole('textbox', { name: 'What breaks' });
    expect(left).toHaveLength(2);
    expect(left[0]).toHaveFocus();
    await userEvent.type(left[0], ' Twice');
    await press('Save draft');
    await screen.findByText('stored');
    const { body } = api.calls.find(
      ({ name }) => name === 'recordSchemaChange',
    )!.request as { body: { findings: unknown[] } };
    expect(body.findings).toEqual(
      sharedFindings
        .slice(1)
        .map(({ fingerprint, operation, message }, index) =>
          expect.objectContaining({
            fingerprint,
            operation,
            before: '{"type":["number"]}!',
            message: index === 0 ? `${message} Twice` : message,
          }),
        ),
    );
  });

  it('names once what is wrong with what places share, and opens them for what is wrong with one', async () => {
    renderForm(forOrders, {
      checkDefinition: () =>
        sampleCheckResult({ findings: [...sharedFindings] }),
      recordSchemaChange: () => {
        throw answeredError(
          400,
          'Bad request',
          ['0/pointer', '1/pointer', '2/pointer', '2/message'].map(at => ({
            pointer: `/findings/${at}`,
            code: 'custom',
            message: `refused ${at}`,
          })),
        );
      },
    });
    await userEvent.type(await field('Title'), 'Totals are texts');
    await press('Fill in from the new definition');
    fireEvent.change(await field('New definition'), {
      target: { value: 'openapi: 3.1.0' },
    });
    await press('Find what breaks');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add the findings' }),
    );
    await press('Save draft');

    await screen.findByText('2 things have to be put right first');
    expect(await field('Where')).toHaveAccessibleDescription(
      'refused 0/pointer',
    );
    // It can be closed, says so then, and is opened by the way to what is wrong.
    const inPlaces = screen.getByRole('button', { name: /^In 3 places/ });
    expect(inPlaces).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(inPlaces);
    expect(screen.queryByRole('textbox', { name: 'What breaks' })).toBeNull();
    expect(screen.getByText('1 place has to be put right')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: /2\/message/ }));
    const messages = screen.getAllByRole('textbox', { name: 'What breaks' });
    expect(messages[2]).toHaveFocus();
    expect(messages[2]).toHaveAccessibleDescription('refused 2/message');
  });

  it('explains a definition that cannot be read, and keeps it', async () => {
    renderForm(forOrders, {
      checkDefinition: () =>
        sampleCheckResult({
          outcome: 'failed',
          verdict: 'unknown',
          findings: [],
          findingCount: 0,
          failure: {
            reason: 'parse-error',
            which: 'revision',
            message: 'A brace is missing',
            line: 1,
          },
        }),
    });
    await field('Title');
    await press('Fill in from the new definition');
    fireEvent.change(await field('New definition'), {
      target: { value: 'type Query {' },
    });
    await press('Find what breaks');
    expect(await screen.findByText('A brace is missing')).toBeInTheDocument();
    expect(await field('New definition')).toHaveValue('type Query {');
    expect(
      screen.queryByRole('button', { name: 'Add the findings' }),
    ).toBeNull();
  });

  it('keeps what a definition breaks when the theme changes, and shows it for no other', async () => {
    renderForm(forOrders, { checkDefinition: () => sampleCheckResult() });
    await field('Title');
    await press('Fill in from the new definition');
    const write = async (text: string) =>
      fireEvent.change(await field('New definition'), {
        target: { value: text },
      });
    await write('type Query { b: Int }');
    await press('Find what breaks');
    await screen.findByText('This breaks somebody');
    const drawn = await field('New definition');
    await press('Change theme');
    expect(await field('New definition')).not.toBe(drawn);
    expect(screen.getByText('This breaks somebody')).toBeVisible();
    await press('Add the findings');
    expect(await field('What breaks')).toHaveValue(
      'The field a of Query is gone',
    );

    await write('type Query { c: Int }');
    expect(screen.queryByText('This breaks somebody')).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Add the findings' }),
    ).toBeNull();
  });

  it('goes on comparing when the theme changes, and gives up and forgets once the page is left', async () => {
    let signal: AbortSignal | undefined;
    let answer = (_: DefinitionCheckResult) => {};
    renderForm(forOrders, {
      checkDefinition: request => {
        signal = request.signal;
        return new Promise<DefinitionCheckResult>(resolve => {
          answer = resolve;
        });
      },
    });
    await field('Title');
    await press('Fill in from the new definition');
    fireEvent.change(await field('New definition'), {
      target: { value: 'type Query { b: Int }' },
    });
    await press('Find what breaks');
    await press('Change theme');
    await field('New definition');
    answer(sampleCheckResult());
    await screen.findByText('This breaks somebody');

    await press('Find what breaks');
    const [, leave] = screen.getAllByRole('button', { name: 'Cancel' });
    await userEvent.click(leave);
    expect(signal?.aborted).toBe(true);
    await userEvent.click(screen.getByRole('link', { name: 'Come back' }));
    expect(await field('New definition')).toHaveValue('type Query { b: Int }');
    expect(screen.queryByText('This breaks somebody')).toBeNull();
  });

  it('can have back what was replaced, after the theme changed and a reload, until one starts afresh', async () => {
    const operations = { checkDefinition: () => sampleCheckResult() };
    const { unmount } = renderForm(forOrders, operations);
    await field('Title');
    await press('Add a finding');
    await userEvent.type(await field('What breaks'), 'By hand');
    await press('Fill in from the new definition');
    const fill = async (text: string) => {
      fireEvent.change(await field('New definition'), {
        target: { value: text },
      });
      await press('Find what breaks');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Replace what is there' }),
      );
    };
    await fill('type Query { b: Int }');
    await press('Change theme');
    expect(await field('What breaks')).toHaveValue(
      'The field a of Query is gone',
    );
    await press('Undo');
    expect(await field('What breaks')).toHaveValue('By hand');
    await press('Change theme');
    await field('Title');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();

    await fill('type Query { c: Int }');
    unmount();
    renderForm(forOrders, operations);
    await screen.findByRole('button', { name: 'Undo' });
    await press('Start afresh');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('forgets what a definition breaks when one starts afresh', async () => {
    renderForm(forOrders, { checkDefinition: () => sampleCheckResult() });
    await userEvent.type(await field('Title'), 'Drop it');
    await press('Fill in from the new definition');
    const write = async () =>
      fireEvent.change(await field('New definition'), {
        target: { value: 'type Query { b: Int }' },
      });
    await write();
    await press('Find what breaks');
    await screen.findByText('This breaks somebody');
    // Drawn anew, the form finds its draft.
    await press('Change theme');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start afresh' }),
    );
    await write();
    expect(screen.queryByText('This breaks somebody')).toBeNull();
  });

  it('keeps the definition over a reload until the server has the change', async () => {
    const stored = sampleChangeDetail();
    const { unmount } = renderForm(forOrders);
    await userEvent.type(await field('Title'), 'Drop it');
    await press('Fill in from the new definition');
    fireEvent.change(await field('New definition'), {
      target: { value: 'type Query { b: Int }' },
    });
    // At once, as by closing the tab.
    unmount();

    renderForm(forOrders, { recordSchemaChange: () => stored });
    expect(await field('New definition')).toHaveValue('type Query { b: Int }');
    await press('Save draft');
    expect(await screen.findByText('stored')).toBeInTheDocument();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('says when a definition is too large to be kept, and works with it all the same', async () => {
    const { api } = renderForm(forOrders, {
      checkDefinition: () => sampleCheckResult(),
    });
    await field('Title');
    await press('Fill in from the new definition');
    // One more than jsdom has room for.
    const large = 'x'.repeat(5_000_001);
    fireEvent.change(await field('New definition'), {
      target: { value: large },
    });
    expect(await screen.findByText(/has no room to keep/)).toBeInTheDocument();
    await press('Find what breaks');
    await screen.findByRole('button', { name: 'Add the findings' });
    expect(
      api.calls.find(({ name }) => name === 'checkDefinition')?.request,
    ).toMatchObject({ body: { revision: large } });
  });
});
