import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

const minimal = { entityRef: 'api:default/orders', title: 'A change' };

describe('bad requests', () => {
  let knex: Knex;
  let api: ApiBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, {
      config: { limits: { bodyBytes: 4_096 } },
    });
  });

  afterAll(async () => {
    await api?.stop();
  });

  const changes = async () => {
    const [{ count }] = await knex('schema_changes').count('id as count');
    return Number(count);
  };

  it.each(['\u0000', 'a \ud83d smile', '\udc00'])(
    'are texts that could not be stored: %j',
    async text => {
      const before = await changes();
      const { status, body } = await api.call(
        'alice',
        'post',
        '/schema-changes',
        { ...minimal, findings: [{ message: text }] },
      );
      expect(status).toBe(400);
      expect(body.error.fields).toEqual([
        expect.objectContaining({
          pointer: '/findings/0/message',
          code: 'invalid_character',
        }),
      ]);
      expect(await changes()).toBe(before);
    },
  );

  it('list every bad field at once and store nothing', async () => {
    const before = await changes();
    const { status, body } = await api.call(
      'alice',
      'post',
      '/schema-changes',
      {
        title: '',
        severity: 'terrible',
        effectiveAt: 'tomorrow',
        findings: [{ message: 'ok' }, { message: '', pointer: 7 }],
        unheard: 1,
        'of/this~too': 2,
      },
    );
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(
      body.error.fields
        .map((field: { pointer: string }) => field.pointer)
        .sort(),
    ).toEqual([
      '/effectiveAt',
      '/entityRef',
      '/findings/1/message',
      '/findings/1/pointer',
      '/of~1this~0too',
      '/severity',
      '/title',
      '/unheard',
    ]);
    expect(body.error.fields).toContainEqual({
      pointer: '/entityRef',
      code: 'required',
      message: 'is required',
    });
    expect(await changes()).toBe(before);
  });

  it.each([
    ['get', '/schema-changes?limit=0', '/query/limit'],
    ['get', '/schema-changes?limit=1&limit=2', '/query/limit'],
    ['get', '/schema-changes?color=red', '/query/color'],
    ['get', '/schema-changes?status=draft&status=bogus', '/query/status/1'],
    ['get', '/schema-changes?status=bogus', '/query/status'],
    ['get', '/schema-changes?status[x]=draft', '/query/status[x]'],
    ['get', '/schema-changes?entityRef=:::', '/query/entityRef'],
    ['get', '/schema-changes?q=%00', '/query/q'],
    ['get', '/schema-changes?cursor=abc', '/query/cursor'],
    ['get', '/schema-changes/not-an-id', '/path/id'],
    ['get', '/preferences?a=1', '/query/a'],
    ['put', '/schema-changes/0199f3a2-7c1e-7d3a-9f1e-2b3c4d5e6f70', ''],
  ] as const)('name the bad field of %s %s', async (method, path, pointer) => {
    const { status, body } = await api.call(
      'alice',
      method,
      path,
      method === 'put' ? { reason: 'None' } : undefined,
    );
    expect(status).toBe(400);
    expect(body.error.fields).toEqual([
      { pointer, code: expect.any(String), message: expect.any(String) },
    ]);
  });

  it.each([
    ['parsed at once', 'type: object'],
    ['parsed in a thread', 'a'.repeat(300 * 1024)],
  ])('are those that nest deeper than a stack, %s', async (_, revision) => {
    const deep = `${'['.repeat(9_000)}${']'.repeat(9_000)}`;
    const { status, body } = await api.call(
      'alice',
      'post',
      '/checks',
      `{"base": "a", "revision": "${revision}", "levels": ${deep}}`,
    );
    expect(status).toBe(400);
    expect(body.error.fields).toMatchObject([
      { pointer: '', code: 'too_long' },
    ]);
  });

  it('that are not JSON say so', async () => {
    const { status, body } = await api.call(
      'alice',
      'post',
      '/schema-changes',
      '{"title": ',
    );
    expect(status).toBe(400);
    expect(body.error.fields).toEqual([
      { pointer: '', code: 'invalid_json', message: 'is not JSON' },
    ]);
    const form = await api.call('alice', 'post', '/schema-changes', 'a=1', {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(400);
  });

  it('that are too long are 413', async () => {
    const { status } = await api.call('alice', 'post', '/schema-changes', {
      ...minimal,
      description: 'x'.repeat(5_000),
    });
    expect(status).toBe(413);
  });

  it('hold no character that cannot be stored', async () => {
    const { status, body } = await api.call(
      'alice',
      'post',
      '/schema-changes',
      {
        ...minimal,
        findings: [{ message: 'a\u0000b' }],
      },
    );
    expect(status).toBe(400);
    expect(body.error.fields[0].pointer).toBe('/findings/0/message');
  });

  it('with a time outside of the calendar are refused, not failed', async () => {
    for (const effectiveAt of [
      '9999-12-31T23:59:59-10:00',
      '0000-01-01T00:00:00Z',
    ]) {
      const { status } = await api.call('alice', 'post', '/schema-changes', {
        ...minimal,
        effectiveAt,
      });
      expect(status).toBe(400);
    }
  });

  it('for no route are 404', async () => {
    expect((await api.call('alice', 'get', '/nowhere')).status).toBe(404);
    expect((await api.call('alice', 'delete', '/preferences')).status).toBe(
      404,
    );
  });

  it('are refused when they mention more people than one comment may page', async () => {
    const id = await api.record();
    const body = Array.from({ length: 21 }, (_, n) => `@person${n}`).join(' ');
    const answer = await api.call(
      'bob',
      'post',
      `/schema-changes/${id}/comments`,
      {
        body,
      },
    );
    expect(answer.status).toBe(400);
    expect(answer.body.error.fields[0]).toMatchObject({
      pointer: '/body',
      code: 'too_many_mentions',
    });
  });
});
