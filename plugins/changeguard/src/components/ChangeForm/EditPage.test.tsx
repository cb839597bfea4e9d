import type {
  DefinitionCheckResult,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  sampleChangeDetail,
  sampleCheckResult,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answeredError } from '../ChangePage/__testUtils__/answeredError';
import { renderForm } from './__testUtils__/renderForm';

const change = sampleChangeDetail({
  title: 'Remove legacyId',
  description: 'Because',
  may: { edit: true, comment: true, moveTo: ['released'] },
});
const field = (name: string) => screen.findByRole('textbox', { name });

describe('EditPage', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('sends only what was edited, with the version it was read at and the reason', async () => {
    const { api } = renderForm(`/${change.id}/edit`, {
      getSchemaChange: () => change,
      updateSchemaChange: () => change,
    });
    await userEvent.type(await field('Title'), ' for good');
    await userEvent.type(await field('Reason for this edit'), 'Clearer');
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));

    expect(await screen.findByText('stored')).toBeInTheDocument();
    expect(
      api.calls.find(({ name }) => name === 'updateSchemaChange')?.request,
    ).toEqual({
      params: { id: change.id },
      body: { title: 'Remove legacyId for good', reason: 'Clearer' },
      ifMatch: 1,
    });
  });

  it('shows what changed meanwhile, keeps what was typed, and stores it when told again', async () => {
    const newer = {
      ...change,
      version: 2,
      title: 'Remove legacyId and oldId',
      severity: 'dangerous' as const,
    };
    const { api } = renderForm(`/${change.id}/edit`, {
      getSchemaChange: () => change,
      updateSchemaChange: ({ ifMatch }) => {
        if (ifMatch !== 2) throw answeredError(412, 'Precondition failed');
        return newer;
      },
    });
    await userEvent.type(await field('Title'), ' for good');
    api.operations.getSchemaChange = () => newer;
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));

    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent(
      'Title: Now: Remove legacyId and oldId – yours differs and is kept',
    );
    expect(notice).toHaveTextContent('Severity: Now: Dangerous – taken over');
    expect(await field('Title')).toHaveValue('Remove legacyId for good');
    expect(screen.getByLabelText('Severity')).toHaveValue('dangerous');

    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText('stored')).toBeInTheDocument();
    expect(
      api.calls.filter(({ name }) => name === 'updateSchemaChange').at(-1)
        ?.request,
    ).toMatchObject({
      body: { title: 'Remove legacyId for good' },
      ifMatch: 2,
    });
  });

  it('takes theirs where both have edited, when asked to', async () => {
    const newer = { ...change, version: 2, title: 'Theirs' };
    const { api } = renderForm(`/${change.id}/edit`, {
      getSchemaChange: () => change,
      updateSchemaChange: () => {
        throw answeredError(412, 'Precondition failed');
      },
    });
    await userEvent.type(await field('Title'), ' for good');
    api.operations.getSchemaChange = () => newer;
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    const notice = await screen.findByRole('alert');
    await userEvent.click(
      within(notice).getByRole('button', { name: 'Take theirs' }),
    );
    expect(await field('Title')).toHaveValue('Theirs');
  });

  it('goes on comparing when the theme changes, however long the change loads', async () => {
    const answers: ((found: DefinitionCheckResult) => void)[] = [];
    const { api } = renderForm(`/${change.id}/edit`, {
      getSchemaChange: () => change,
      checkDefinition: () =>
        new Promise<DefinitionCheckResult>(resolve => answers.push(resolve)),
    });
    await field('Title');
    await userEvent.click(
      screen.getByRole('button', { name: 'Fill in from the new definition' }),
    );
    fireEvent.change(await field('New definition'), {
      target: { value: 'type Query { b: Int }' },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Find what breaks' }),
    );

    let load = (_: SchemaChange) => {};
    api.operations.getSchemaChange = () =>
      new Promise<SchemaChange>(resolve => {
        load = resolve;
      });
    jest.useFakeTimers();
    fireEvent.click(screen.getByRole('button', { name: 'Change theme' }));
    act(() => jest.advanceTimersByTime(60_000));
    jest.useRealTimers();
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
    load(change);
    await field('New definition');
    expect(answers).toHaveLength(1);
    answers[0](sampleCheckResult());
    expect(await screen.findByText('This breaks somebody')).toBeInTheDocument();
  });

  it('does not offer the form to who may not edit', async () => {
    renderForm(`/${change.id}/edit`, {
      getSchemaChange: () => ({
        ...change,
        may: { edit: false, comment: true, moveTo: [] },
      }),
    });

    expect(
      await screen.findByText('You may not edit this change'),
    ).toBeInTheDocument();
  });
});
