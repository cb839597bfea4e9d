import { ServiceUnavailableError } from '@backstage/errors';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type { DefinitionCheckResult } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleCheckResult,
  stubChangeGuardApi,
  StubbedOperations,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answeredError } from '../ChangePage/__testUtils__/answeredError';
import { Themed } from '../Comparison/__testUtils__/Themed';
import { sharedFindings } from '../FindingGroup/__testUtils__/sharedFindings';
import { ComparePage } from './ComparePage';

function open(operations: StubbedOperations = {}) {
  const api = stubChangeGuardApi({
    checkDefinition: () => sampleCheckResult(),
    ...operations,
  });
  const app = renderInTestApp(
    <Themed>
      <ComparePage />
    </Themed>,
    {
      mountedRoutes: { '/changeguard': changeGuardRouteRef },
      apis: [[changeGuardApiRef, api], mockApis.permission()],
    },
  );
  return { api, app };
}

const field = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });

async function paste(before: string, after: string) {
  await screen.findByRole('textbox', { name: 'Before' });
  fireEvent.change(field('Before'), { target: { value: before } });
  fireEvent.change(field('After'), { target: { value: after } });
}

beforeEach(() => localStorage.clear());
afterEach(() => jest.useRealTimers());

describe('ComparePage', () => {
  it('compares what was pasted, guesses the format, and says what breaks and why', async () => {
    const { api } = open();
    await paste('type Query { a: Int }', 'type Query { b: Int }');
    await userEvent.click(button('Compare'));
    expect(await screen.findByText('This breaks somebody')).toBeInTheDocument();
    expect(
      screen.getByText('1 finding: 1 Breaking · Compared as GraphQL'),
    ).toBeVisible();
    expect(
      screen.getByText('Queries that ask for it fail.'),
    ).toBeInTheDocument();
    expect(api.calls).toEqual([
      expect.objectContaining({
        name: 'checkDefinition',
        request: expect.objectContaining({
          body: {
            base: 'type Query { a: Int }',
            revision: 'type Query { b: Int }',
            format: undefined,
          },
        }),
      }),
    ]);
  });

  it('tells once what operations share, counts both ways, and shows the line of each place', async () => {
    const lines = (line: string) =>
      Array.from({ length: 41 }, (_, index) =>
        index === 39 || index === 40 ? `${line} ${index + 1}` : '',
      ).join('\n');
    open({
      checkDefinition: () =>
        sampleCheckResult({
          format: 'openapi',
          findings: [...sharedFindings],
          findingCount: 3,
        }),
    });
    await paste(lines('before'), lines('after'));
    await userEvent.click(button('Compare'));
    expect(
      await screen.findByText(
        '3 findings, told as 1 difference: 3 Breaking · Compared as OpenAPI',
      ),
    ).toBeVisible();
    const findings = screen.getByRole('list', { name: 'Findings' });
    expect(
      within(findings).getAllByText(sharedFindings[1].message),
    ).toHaveLength(1);
    expect(findings).toHaveTextContent(
      'GET /orders, POST /orders, GET /orders/{id} · ',
    );

    await userEvent.click(
      within(findings).getByRole('button', { name: /^In 3 places/ }),
    );
    const [, post] = within(within(findings).getByRole('list')).getAllByRole(
      'listitem',
    );
    await userEvent.click(
      within(post).getByRole('button', { name: 'After, line 40' }),
    );
    const after = field('After') as HTMLTextAreaElement;
    expect(after).toHaveFocus();
    expect(after.value.slice(after.selectionStart, after.selectionEnd)).toBe(
      'after 40',
    );
  });

  it('says when more was found than is listed', async () => {
    open({
      checkDefinition: () =>
        sampleCheckResult({ findings: [...sharedFindings], findingCount: 9 }),
    });
    await paste('a', 'b');
    await userEvent.click(button('Compare'));
    expect(
      await screen.findByText(/^3 listed findings, told as 1 difference: /),
    ).toBeVisible();
    expect(
      screen.getByText('3 of 9 findings are listed, the worst first'),
    ).toBeVisible();
  });

  it('takes a file that is chosen and one that is dropped', async () => {
    open();
    // jsdom's files cannot be read as text.
    const file = Object.assign(new File([], 'api.yaml'), {
      text: async () => 'openapi: 3.1.0',
    });
    await userEvent.upload(
      await screen.findByLabelText('Choose a file for “Before”', {
        selector: 'input',
      }),
      file,
    );
    await waitFor(() => expect(field('Before')).toHaveValue('openapi: 3.1.0'));
    fireEvent.drop(field('After'), { dataTransfer: { files: [file] } });
    await waitFor(() => expect(field('After')).toHaveValue('openapi: 3.1.0'));
  });

  it('never calls what could not be compared unchanged, and shows the line to blame', async () => {
    open({
      checkDefinition: () =>
        sampleCheckResult({
          outcome: 'failed',
          verdict: 'unknown',
          findings: [],
          findingCount: 0,
          failure: {
            reason: 'parse-error',
            which: 'revision',
            message: 'A brace is missing.',
            line: 2,
          },
        }),
    });
    await paste('type Query { a: Int }', 'type Query {\n  b: Int');
    await userEvent.click(button('Compare'));
    expect(
      await screen.findByText('The definition after could not be read'),
    ).toBeInTheDocument();
    expect(screen.getByText('A brace is missing.')).toBeInTheDocument();
    expect(screen.queryByText(/Nothing changed/)).not.toBeInTheDocument();

    await userEvent.click(button('Line 2'));
    const after = field('After') as HTMLTextAreaElement;
    expect(after).toHaveFocus();
    expect(after.value.slice(after.selectionStart, after.selectionEnd)).toBe(
      '  b: Int',
    );
  });

  it('asks for the format when the texts do not tell it', async () => {
    const { api } = open({
      checkDefinition: ({ body }) => {
        if (body.format) return sampleCheckResult();
        throw answeredError(400, '/format is required', [
          { pointer: '/format', code: 'required', message: 'is required' },
        ]);
      },
    });
    await paste('a', 'b');
    await userEvent.click(button('Compare'));
    expect(await screen.findByText(/Choose the format/)).toBeInTheDocument();
    expect(screen.queryByText(/is required/)).not.toBeInTheDocument();
    const format = screen.getByRole('button', { name: /^Format/ });
    await waitFor(() => expect(format).toHaveFocus());

    await userEvent.click(format);
    await userEvent.click(screen.getByRole('option', { name: 'GraphQL' }));
    expect(screen.queryByText(/Choose the format/)).not.toBeInTheDocument();
    await userEvent.click(button('Compare'));
    expect(await screen.findByText('This breaks somebody')).toBeInTheDocument();
    expect(api.calls).toHaveLength(2);
  });

  it('shows that a long comparison runs, and can be told to give up', async () => {
    let signal: AbortSignal | undefined;
    open({
      checkDefinition: request => {
        signal = request.signal;
        return new Promise<DefinitionCheckResult>(() => {});
      },
    });
    await paste('a', 'b');
    await userEvent.click(button('Compare'));
    expect(await screen.findByText('Comparing for 0 s…')).toBeInTheDocument();
    await userEvent.click(button('Cancel'));
    expect(signal?.aborted).toBe(true);
    expect(button('Compare')).toBeEnabled();
  });

  it('keeps what was typed when comparing fails, and over a reload', async () => {
    const { app } = open({
      checkDefinition: () => {
        throw new ServiceUnavailableError('All threads are busy');
      },
    });
    await paste('before', 'after');
    await userEvent.click(button('Compare'));
    expect(await screen.findByText('All threads are busy')).toBeInTheDocument();
    expect(field('Before')).toHaveValue('before');
    await waitFor(() =>
      expect(localStorage.getItem('changeguard.compare')).toContain('after'),
    );
    app.unmount();

    open();
    expect(await screen.findByRole('textbox', { name: 'After' })).toHaveValue(
      'after',
    );
  });

  it('keeps what was typed just before the page is left', async () => {
    const { app } = open();
    await paste('before', 'after');
    app.unmount();

    open();
    expect(await screen.findByRole('textbox', { name: 'After' })).toHaveValue(
      'after',
    );
  });

  it('keeps texts and result when the theme changes at once', async () => {
    open();
    await paste('before', 'after');
    const drawn = field('After');
    fireEvent.click(button('Change theme'));
    expect(field('After')).not.toBe(drawn);
    expect(field('After')).toHaveValue('after');

    await userEvent.click(button('Compare'));
    await screen.findByText('This breaks somebody');
    fireEvent.click(button('Change theme'));
    expect(screen.getByText('This breaks somebody')).toBeVisible();
    expect(
      screen.queryByText(
        'The texts or the format have changed since. Compare again.',
      ),
    ).not.toBeInTheDocument();
  });

  it('keeps texts that this browser has no room for when the theme changes', async () => {
    open();
    // One more than jsdom has room for.
    const large = 'x'.repeat(5_000_001);
    await paste('before', large);
    fireEvent.click(button('Change theme'));
    expect(field('After')).toHaveValue(large);
    fireEvent.click(button('Change theme'));
    expect(field('After')).toHaveValue(large);
    await userEvent.click(button('Clear both'));
  });

  it('goes on comparing when the theme changes, and gives up when the page is left', async () => {
    let signal: AbortSignal | undefined;
    let answer = (_: DefinitionCheckResult) => {};
    const { app } = open({
      checkDefinition: request => {
        signal = request.signal;
        return new Promise<DefinitionCheckResult>(resolve => {
          answer = resolve;
        });
      },
    });
    await paste('a', 'b');
    await userEvent.click(button('Compare'));
    await screen.findByText('Comparing for 0 s…');
    fireEvent.click(button('Change theme'));
    expect(screen.getByText('Comparing for 0 s…')).toBeInTheDocument();
    answer(sampleCheckResult());
    expect(await screen.findByText('This breaks somebody')).toBeVisible();

    await userEvent.click(button('Compare'));
    await screen.findByText('Comparing for 0 s…');
    window.history.pushState(null, '', '/changeguard/inbox');
    app.unmount();
    expect(signal?.aborted).toBe(true);
  });

  it('forgets the result with the texts', async () => {
    open();
    await paste('a', 'b');
    await userEvent.click(button('Compare'));
    await screen.findByText('This breaks somebody');
    await userEvent.click(button('Clear both'));
    expect(screen.queryByText('This breaks somebody')).not.toBeInTheDocument();
    expect(localStorage.getItem('changeguard.compare')).toBeNull();
    fireEvent.click(button('Change theme'));
    expect(field('Before')).toHaveValue('');
    expect(screen.queryByText('This breaks somebody')).not.toBeInTheDocument();
  });

  it('says when the texts are no longer those that were compared', async () => {
    open();
    await paste('a', 'b');
    await userEvent.click(button('Compare'));
    await screen.findByText('This breaks somebody');
    fireEvent.change(field('After'), { target: { value: 'c' } });
    expect(
      await screen.findByText(
        'The texts or the format have changed since. Compare again.',
      ),
    ).toBeInTheDocument();
  });

  it('says when the format is no longer the one that they were compared as', async () => {
    open();
    await paste('a', 'b');
    await userEvent.click(button('Compare'));
    await screen.findByText('This breaks somebody');
    const choose = async (name: string) => {
      await userEvent.click(screen.getByRole('button', { name: /^Format/ }));
      await userEvent.click(screen.getByRole('option', { name }));
    };
    await choose('OpenAPI');
    const stale = 'The texts or the format have changed since. Compare again.';
    expect(await screen.findByText(stale)).toBeInTheDocument();
    await userEvent.click(button('Compare'));
    await waitFor(() => expect(screen.queryByText(stale)).toBeNull());
  });
});
