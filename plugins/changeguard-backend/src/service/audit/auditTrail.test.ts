import { ExportVerifier, KnownKeys, linesOf } from '@changeguard/audit-chain';
import { defaultPreferences } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { newCheckpointKey } from '../../__testUtils__/newCheckpointKey';
import { authorizationOf, Who } from '../../__testUtils__/people';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';
import { waitUntil } from '../../__testUtils__/waitUntil';

jest.setTimeout(60_000);

describe('the audit trail over HTTP', () => {
  let knex: Knex;
  let api: ApiBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, {
      config: {
        audit: { checkpointKey: newCheckpointKey(), allowErasure: true },
        rateLimit: {
          writesPerMinute: 10_000,
          readsPerMinute: 10_000,
          exportsPerMinute: 12,
        },
      },
    });
    const id = await api.record({ title: '=1+1, said "Alice"' });
    await api.call('bob', 'post', `/schema-changes/${id}/comments`, {
      body: 'We still read it',
    });
    const subscription = '/entities/api/default/orders/subscription';
    await api.call('bob', 'put', subscription, { mode: 'follow' });
    await api.call('bob', 'delete', subscription);
    await api.call('bob', 'put', '/preferences', {
      ...defaultPreferences,
      email: false,
    });
    await api.settled();
  });

  beforeEach(async () => {
    await waitUntil('everything is sealed', async () => {
      const { body } = await api.call('alice', 'get', '/audit/chain');
      return body.unsealed === 0;
    });
  });

  afterAll(async () => {
    await api?.stop();
  });

  const fetchExport = (query: string, who: Who = 'alice') =>
    fetch(`${api.baseUrl}/audit/export?${query}`, {
      headers: { Authorization: authorizationOf(who) },
    });
  const verify = async (text: string) => {
    const { body } = await api.call('alice', 'get', '/audit/chain');
    const keys = new KnownKeys([body.publicKey]);
    const verifier = new ExportVerifier({ keys });
    async function* bytes() {
      yield Buffer.from(text);
    }
    for await (const line of linesOf(bytes())) verifier.take(line);
    return verifier.end();
  };

  it('is exported as lines that verify, whole, resumed and selected, each time remembered', async () => {
    const response = await fetchExport('format=jsonl');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/\.jsonl"$/);
    const whole = await response.text();
    expect(await verify(whole)).toMatchObject({
      firstBad: null,
      complete: true,
      signature: 'genuine',
    });
    const lines = whole.split('\n');
    const resumed = await (await fetchExport('fromSeq=2')).text();
    expect(
      await verify(`${lines.slice(0, 2).join('\n')}\n${resumed}`),
    ).toMatchObject({ firstBad: null, fromSeq: 1 });
    const selected = await (await fetchExport('actor=user:default/bob')).text();
    expect(await verify(selected)).toMatchObject({
      firstBad: null,
      complete: false,
      records: 4,
    });
    const records = await knex('audit_records').where({
      action: 'audit.exported',
    });
    expect(records).toMatchObject([
      { actor: 'user:default/alice', after: { format: 'jsonl', fromSeq: 1 } },
      { after: { fromSeq: 2 } },
      { after: { actor: ['user:default/bob'] } },
    ]);
  });

  it('is exported for spreadsheets without cells that calculate', async () => {
    await knex('audit_records').insert({
      id: '018f0000-0000-7000-8000-000000000001',
      actor: 'user:default/alice',
      actor_type: 'user',
      action: 'schema-change.updated',
      outcome: 'success',
      reason: '=HYPERLINK("https://example.com")',
    });
    await waitUntil('it is sealed', async () => {
      const row = await knex('audit_seals')
        .where({ record_id: '018f0000-0000-7000-8000-000000000001' })
        .first();
      return row !== undefined;
    });
    const text = await (await fetchExport('format=csv')).text();
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toMatch(/^seq,at,action,/);
    expect(rows.length).toBeGreaterThan(3);
    expect(text).toContain(`"'=HYPERLINK(""https://example.com"")"`);
  });

  it('is exported as the document of the API says', async () => {
    const document = await (await fetch(`${api.baseUrl}/openapi.json`)).json();
    const { parameters, responses } = document.paths['/audit/export'].get;
    const format = parameters.find(
      ({ name }: { name: string }) => name === 'format',
    );
    const types: (string | undefined)[] = [];
    for (const one of format.schema.enum) {
      const response = await fetchExport(`format=${one}`);
      await response.text();
      types.push(response.headers.get('content-type')?.split(';')[0]);
    }
    expect(types).toEqual(Object.keys(responses[200].content));
  });

  it('is for people with the permission, not for services, which are remembered', async () => {
    const response = await fetchExport('format=jsonl', 'pipeline');
    expect(response.status).toBe(403);
    const denied = await knex('audit_records').where({ outcome: 'denied' });
    expect(denied).toMatchObject([
      {
        action: 'audit.exported',
        actor: 'external:pipeline',
        reason: 'This route is not for a service',
      },
    ]);
    expect((await fetchExport('format=pdf')).status).toBe(400);
  });

  it('lets a person be erased, goes on to verify, and remembers that', async () => {
    const { status, body } = await api.call(
      'alice',
      'post',
      '/audit/erasures',
      {
        userRef: 'user:default/bob',
        reason: 'Asked for by the person',
      },
    );
    expect(status).toBe(200);
    expect(body.erased).toBeGreaterThan(0);
    expect(body.remaining).toBe(0);
    await waitUntil('the erasure is sealed', async () => {
      const chain = await api.call('alice', 'get', '/audit/chain');
      return chain.body.unsealed === 0;
    });
    const left = JSON.stringify(await knex('audit_records'));
    expect(left).not.toContain('user:default/bob');
    expect(left).not.toContain('We still read it');
    const chosen = await knex('audit_records')
      .whereIn('action', [
        'preferences.set',
        'subscription.deleted',
        'subscription.set',
      ])
      .orderBy('action');
    expect(chosen).toMatchObject([
      { actor: 'erased', entity_ref: null, after: null },
      { actor: 'erased', entity_ref: 'api:default/orders', before: null },
      { actor: 'erased', entity_ref: 'api:default/orders', after: null },
    ]);
    const check = await api.call('alice', 'get', '/audit/verify');
    expect(check.body).toMatchObject({ outcome: 'intact', nextSeq: null });
    const exported = await (await fetchExport('format=jsonl')).text();
    expect(await verify(exported)).toMatchObject({
      firstBad: null,
      gone: body.erased,
    });
  });

  it('goes on to verify when who erased others is erased', async () => {
    const erase = (userRef: string, reason: string) =>
      api.call('alice', 'post', '/audit/erasures', { userRef, reason });
    expect((await erase('user:default/alice', 'Has left')).body).toMatchObject({
      erased: expect.any(Number),
      remaining: 0,
    });
    await waitUntil('the erasure is sealed', async () => {
      const chain = await api.call('alice', 'get', '/audit/chain');
      return chain.body.unsealed === 0;
    });
    const check = await api.call('alice', 'get', '/audit/verify');
    expect(check.body).toMatchObject({ outcome: 'intact', firstBad: null });
    const erasures = await knex('audit_records').where({
      action: 'audit.erased',
    });
    expect(erasures.map(({ actor }) => actor)).toEqual([
      'user:default/alice',
      'user:default/alice',
    ]);
  });

  it('keeps no reason that names who is erased', async () => {
    const { status, body } = await api.call(
      'alice',
      'post',
      '/audit/erasures',
      {
        userRef: 'user:default/bob',
        reason: 'As User:default/Bob wished',
      },
    );
    expect(status).toBe(400);
    expect(body.error.fields).toMatchObject([{ pointer: '/reason' }]);
  });

  it('limits how often it is exported', async () => {
    let response = await fetchExport('format=csv');
    for (let n = 0; n < 12 && response.ok; n++) {
      await response.text();
      response = await fetchExport('format=csv');
    }
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('stops reading and gives its connection back when its reader goes away', async () => {
    await knex.raw(
      `insert into audit_records (id, actor, actor_type, action, outcome, reason)
       select gen_random_uuid(), 'user:default/alice', 'user', 'schema-change.updated', 'success', repeat('x', 20000)
       from generate_series(1, 3000)`,
    );
    await waitUntil('they are sealed', async () => {
      const [{ waiting }] = await knex('audit_unsealed').count({
        waiting: '*',
      });
      return Number(waiting) === 0;
    });
    let pages = 0;
    knex.on('query', ({ sql }) => {
      if (sql.includes('ChainReader.lines')) pages++;
    });
    const leaving = new AbortController();
    const response = await fetch(`${api.baseUrl}/audit/export?format=jsonl`, {
      headers: { Authorization: authorizationOf('carol') },
      signal: leaving.signal,
    });
    await response.body!.getReader().read();
    leaving.abort();
    await waitUntil(
      'no connection is in use',
      async () => knex.client.pool.numUsed() === 0,
    );
    // All of it are more than a hundred.
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThan(60);
  });
});
