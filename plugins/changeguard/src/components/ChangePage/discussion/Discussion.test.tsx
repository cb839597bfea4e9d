import { announceLocalChange } from '@changeguard/backstage-plugin-changeguard-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answeredError } from '../__testUtils__/answeredError';
import { renderChangePage } from '../__testUtils__/renderChangePage';
import { sampleComment } from '../__testUtils__/sampleComment';

const draftKey =
  'changeguard:comment:user:default/alice:00000000-0000-7000-8000-00000000aaaa';

const write = async (text: string) =>
  userEvent.type(await screen.findByLabelText('Write a comment'), text);

describe('Discussion', () => {
  beforeEach(() => localStorage.clear());

  it('stores a comment once, even when it is sent again after a lost answer', async () => {
    const keys: (string | undefined)[] = [];
    const { api } = renderChangePage();
    api.operations.addComment = ({ idempotencyKey }) => {
      keys.push(idempotencyKey);
      throw new TypeError('Failed to fetch');
    };
    await write('We need two weeks');
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
    expect(
      await screen.findByText(
        'Your comment is not stored yet; it is still here',
      ),
    ).toBeInTheDocument();

    api.operations.addComment = ({ body, idempotencyKey }) => {
      keys.push(idempotencyKey);
      return sampleComment({ body: body.body, author: 'user:default/alice' });
    };
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
    expect(
      await screen.findByText('We need two weeks', { selector: 'p' }),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Write a comment')).toHaveValue('');
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('keeps what was typed in this browser until the server has it', async () => {
    localStorage.setItem(draftKey, JSON.stringify('Half a thought'));
    const { api } = renderChangePage(
      {},
      {
        addComment: ({ body }) =>
          sampleComment({ body: body.body, author: 'user:default/alice' }),
      },
    );

    await waitFor(() =>
      expect(screen.getByLabelText('Write a comment')).toHaveValue(
        'Half a thought',
      ),
    );
    await write(', finished');
    expect(JSON.parse(localStorage.getItem(draftKey) ?? '')).toBe(
      'Half a thought, finished',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
    await waitFor(() => expect(localStorage.getItem(draftKey)).toBeNull());
    expect(api.calls.map(({ name }) => name)).toContain('addComment');
  });

  it('shows at once what others say while nobody writes here', async () => {
    const { api } = renderChangePage();
    await screen.findByText('Nobody has said anything yet.');

    api.operations.listComments = () => ({
      items: [sampleComment({ body: 'Hello from Bob' })],
      nextCursor: null,
    });
    announceLocalChange();
    expect(await screen.findByText('Hello from Bob')).toBeInTheDocument();
  });

  it('holds new comments back while somebody writes, and says how many wait', async () => {
    const { api } = renderChangePage();
    await write('I am writing');
    api.operations.listComments = () => ({
      items: [sampleComment({ body: 'One' }), sampleComment({ body: 'Two' })],
      nextCursor: null,
    });
    announceLocalChange();

    const bar = await screen.findByRole('button', { name: '2 new comments' });
    expect(screen.queryByText('One')).not.toBeInTheDocument();
    await userEvent.click(bar);
    expect(screen.getByText('One')).toBeInTheDocument();
    expect(screen.getByText('Two')).toBeInTheDocument();
    expect(bar).not.toBeInTheDocument();
  });

  it('edits an own comment only as it was seen, and shows what it says now when it was not', async () => {
    const mine = sampleComment({
      author: 'user:default/alice',
      body: 'First',
      mayEdit: true,
    });
    const { api } = renderChangePage(
      {},
      { listComments: () => ({ items: [mine], nextCursor: null }) },
    );
    const seen: (number | undefined)[] = [];
    api.operations.editComment = ({ ifMatch, body }) => {
      seen.push(ifMatch);
      if (ifMatch === 1) throw answeredError(412, 'Precondition failed');
      const edited = { ...mine, version: 3, body: body.body };
      api.operations.listComments = () => ({
        items: [edited],
        nextCursor: null,
      });
      return edited;
    };
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit comment' }),
    );
    await userEvent.type(screen.getByLabelText('Edit comment'), ' thoughts');
    api.operations.listComments = () => ({
      items: [{ ...mine, version: 2, body: 'Elsewhere' }],
      nextCursor: null,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('Elsewhere');
    expect(screen.getByLabelText('Edit comment')).toHaveValue('First thoughts');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('First thoughts', { selector: 'p' }),
    ).toBeInTheDocument();
    expect(seen).toEqual([1, 2]);
  });

  it('leaves a trace of a deleted comment', async () => {
    let stored = sampleComment({ body: 'Oops', mayEdit: true });
    renderChangePage(
      {},
      {
        listComments: () => ({ items: [stored], nextCursor: null }),
        deleteComment: () => {
          stored = {
            ...stored,
            body: '',
            deletedAt: '2026-11-21T10:00:00.000Z',
          };
          return stored;
        },
      },
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete comment' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete comment' }),
    );
    expect(
      await screen.findByText('This comment was deleted.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Oops')).not.toBeInTheDocument();
  });

  it('shows the latest of a long discussion and the earlier ones when asked', async () => {
    const all = Array.from({ length: 120 }, (_, i) =>
      sampleComment({ body: `Said ${i}` }),
    );
    renderChangePage(
      {},
      {
        listComments: ({ query }) =>
          query?.cursor
            ? { items: all.slice(100), nextCursor: null }
            : { items: all.slice(0, 100), nextCursor: 'rest' },
      },
    );

    expect(await screen.findByText('Said 119')).toBeInTheDocument();
    expect(screen.queryByText('Said 1')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 100 earlier comments' }),
    );
    expect(screen.getByText('Said 1')).toBeInTheDocument();
  });

  it('suggests people while a mention is written, by keyboard', async () => {
    renderChangePage();
    await write('Ask @b');

    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      'bea of Checkoutbea',
      'bob of Checkoutbob',
    ]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() =>
      expect(screen.getByLabelText('Write a comment')).toHaveValue('Ask @bob '),
    );
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
  });

  it('does not let those write who may only read', async () => {
    renderChangePage({ may: { edit: false, comment: false, moveTo: [] } });

    expect(
      await screen.findByText(
        'You may read this discussion but not take part in it.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText('Write a comment')).not.toBeInTheDocument();
  });
});
