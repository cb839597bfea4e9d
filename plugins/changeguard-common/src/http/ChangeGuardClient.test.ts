import { ChangeGuardClient } from './ChangeGuardClient';

function clientThatAnswers(response: Response) {
  const calls: { url: string; init?: RequestInit }[] = [];
  const client = new ChangeGuardClient({
    getBaseUrl: async () => 'http://portal/api/changeguard',
    fetch: async (input, init) => {
      calls.push({ url: String(input), init });
      return response;
    },
  });
  return { client, calls };
}

describe('ChangeGuardClient', () => {
  it('puts parameters, filters, preconditions and bodies where they belong', async () => {
    const { client, calls } = clientThatAnswers(Response.json({ id: 'x' }));
    await client.call('updateSchemaChange', {
      params: { id: 'a/b' },
      body: { status: 'resolved' },
      ifMatch: 3,
    });
    expect(calls[0].url).toBe(
      'http://portal/api/changeguard/schema-changes/a%2Fb',
    );
    expect(calls[0].init).toMatchObject({
      method: 'PUT',
      headers: { 'If-Match': '"3"', 'Content-Type': 'application/json' },
      body: '{"status":"resolved"}',
    });
  });

  it('repeats a filter that has several values', async () => {
    const { client, calls } = clientThatAnswers(
      Response.json({ items: [], nextCursor: null }),
    );
    await client.call('listSchemaChanges', {
      query: { status: ['announced', 'released'], q: 'orders' },
    });
    expect(calls[0].url).toMatch(
      /\?status=announced&status=released&q=orders$/,
    );
  });

  it('rejects with the error that the API answered', async () => {
    const { client } = clientThatAnswers(
      Response.json(
        { error: { name: 'ConflictError', message: 'may become released' } },
        { status: 409 },
      ),
    );
    await expect(
      client.call('updateSchemaChange', {
        params: { id: 'x' },
        body: { status: 'draft' },
      }),
    ).rejects.toMatchObject({ statusCode: 409 });
  });

  it('answers nothing for an empty success', async () => {
    const { client } = clientThatAnswers(new Response(null, { status: 204 }));
    await expect(
      client.call('deleteSchemaChange', { params: { id: 'x' } }),
    ).resolves.toBeUndefined();
  });
});
