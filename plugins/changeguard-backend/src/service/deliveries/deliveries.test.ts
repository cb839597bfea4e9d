import { SignalPayload } from '@backstage/plugin-signals-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DELIVERIES_SIGNAL_CHANNEL } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { Who } from '../../__testUtils__/people';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';
import { waitUntil } from '../../__testUtils__/waitUntil';

jest.setTimeout(60_000);

interface Item {
  id: string;
  recipient: string;
  channel: string;
  state: string;
  changeTitle: string | null;
}

/** Pat operates the portal. */
const operator = 'user:default/pat';

describe('deliveries', () => {
  let knex: Knex;
  let api: ApiBench;
  let changeId: string;
  let before = '0';
  const signals: SignalPayload[] = [];

  const list = async (query = '', who: Who = 'pat') => {
    const { status, body } = await api.call(who, 'get', `/deliveries?${query}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as { items: Item[]; nextCursor: string | null };
  };
  const states = async (query = '') =>
    (await list(query)).items.map(({ state }) => state);
  const deliver = (id: string, columns: object) =>
    knex('deliveries').where({ id }).update(columns);
  const replay = (id: string, body: object = {}, headers = {}) =>
    api.call('pat', 'post', `/deliveries/${id}/replay`, body, headers);
  const newestRecord = async () =>
    (await knex('audit_records').max('position as newest').first())?.newest ??
    '0';
  /** The trail cannot be emptied between tests: those of this test. */
  const replayed = () =>
    knex('audit_records')
      .where({ action: 'delivery.replayed' })
      .where('position', '>', before)
      .orderBy('position');
  const settled = () =>
    waitUntil('nothing is pending', async () => {
      const rows = await knex('deliveries').where({ state: 'pending' });
      return rows.length === 0;
    });

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, {
      shows: (_entity, viewer) => viewer !== operator,
      signals,
      permissions: {
        authorize: async (queries, options) =>
          queries.map(({ permission }) => ({
            result:
              permission.name === 'changeguard.deliveries.manage' &&
              JSON.stringify(options?.credentials).includes('user:default/bob')
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async queries =>
          queries.map(() => ({ result: AuthorizeResult.ALLOW })),
      },
    });
    changeId = await api.record();
    await api.record({ title: 'Another' });
  });

  beforeEach(async () => {
    await settled();
    await knex('deliveries').update({
      state: 'delivered',
      last_error: null,
      attempts: 1,
      settled_at: knex.fn.now(),
    });
    before = await newestRecord();
    signals.length = 0;
  });

  afterAll(async () => {
    await api?.stop();
  });

  it('are walked page by page, newest first, each once, whatever the filter', async () => {
    const walk = async (filter: string) => {
      const found: string[] = [];
      let cursor: string | null = '';
      do {
        const page: { items: Item[]; nextCursor: string | null } = await list(
          `limit=2&${filter}${cursor && `&cursor=${cursor}`}`,
        );
        found.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      return found;
    };
    const rows = await knex('deliveries')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc');
    const ids = (keep: (row: { change_id: string }) => boolean) =>
      rows.filter(keep).map(({ id }) => id);
    expect(rows.length).toBeGreaterThan(5);
    expect(await walk('')).toEqual(ids(() => true));
    expect(await walk(`changeId=${changeId}`)).toEqual(
      ids(row => row.change_id === changeId),
    );
    expect(await walk('state=delivered&state=dead&channel=backstage')).toEqual(
      ids(() => true),
    );
    expect(await walk('channel=email')).toEqual([]);
  });

  it('are found by state, channel, recipient, change and event', async () => {
    const [one, two, three, four] = (await list()).items;
    await deliver(one.id, { state: 'dead', last_error: 'Refused' });
    await deliver(two.id, { state: 'undeliverable', last_error: 'No address' });
    await deliver(three.id, {
      state: 'pending',
      attempts: 1,
      last_error: 'Greylisted',
      settled_at: null,
      next_attempt_at: knex.raw(`now() + interval '1 hour'`),
    });
    await deliver(four.id, {
      state: 'pending',
      attempts: 0,
      settled_at: null,
      next_attempt_at: knex.raw(`now() + interval '1 hour'`),
    });
    const found = async (query: string) =>
      new Set((await list(query)).items.map(({ id }) => id));
    expect(await states('state=dead')).toEqual(['dead']);
    expect(await found('state=undeliverable')).toEqual(new Set([two.id]));
    expect(await found('state=retrying')).toEqual(new Set([three.id]));
    expect(await found('state=pending')).toEqual(new Set([four.id]));
    expect(await found('state=pending&state=retrying')).toEqual(
      new Set([three.id, four.id]),
    );
    expect(
      await found(`state=dead&recipient=${one.recipient}&channel=backstage`),
    ).toEqual(new Set([one.id]));
    expect(
      await found(`state=dead&recipient=${one.recipient}&channel=email`),
    ).toEqual(new Set());
    const { event_id, change_id } = await knex('deliveries')
      .where({ id: two.id })
      .first();
    expect(await found(`state=undeliverable&eventId=${event_id}`)).toEqual(
      new Set([two.id]),
    );
    expect(await found(`state=undeliverable&changeId=${change_id}`)).toEqual(
      new Set([two.id]),
    );
    const { body } = await api.call('pat', 'get', '/deliveries/summary');
    expect(body).toEqual({
      channels: [
        {
          channel: 'backstage',
          pending: 1,
          retrying: 1,
          dead: 1,
          undeliverable: 1,
          oldestDueAt: null,
        },
      ],
      outbox: { unpublished: 0, oldestAt: null },
    });
    await deliver(three.id, { state: 'delivered', settled_at: knex.fn.now() });
    await deliver(four.id, { state: 'delivered', settled_at: knex.fn.now() });
  });

  it('name changes only to operators who may see them', async () => {
    const titles = async (who: Who) =>
      new Set(
        (await list(`changeId=${changeId}`, who)).items.map(
          ({ changeTitle }) => changeTitle,
        ),
      );
    expect(await titles('alice')).toEqual(new Set(['Field note goes away']));
    expect(await titles('pat')).toEqual(new Set([null]));
  });

  it('are refused to who lacks the permission, and the attempt is audited', async () => {
    for (const [method, path] of [
      ['get', '/deliveries'],
      ['get', '/deliveries/summary'],
      ['get', '/deliveries/events'],
      ['post', '/deliveries/replay'],
      ['post', `/deliveries/${changeId}/replay`],
    ] as const) {
      const body = method === 'post' ? {} : undefined;
      const { status } = await api.call('bob', method, path, body);
      expect([path, status]).toEqual([path, 403]);
    }
    const denied = await knex('audit_records')
      .where({ outcome: 'denied' })
      .orderBy('position');
    expect(new Set(denied.map(({ reason }) => reason))).toEqual(
      new Set([
        "Deliveries are for people with the permission 'changeguard.deliveries.manage'",
      ]),
    );
    expect(denied.map(({ action, actor }) => [action, actor])).toEqual([
      ['delivery.listed', 'user:default/bob'],
      ['delivery.listed', 'user:default/bob'],
      ['delivery.listed', 'user:default/bob'],
      ['delivery.replayed', 'user:default/bob'],
      ['delivery.replayed', 'user:default/bob'],
    ]);
    expect(denied.map(({ change_id }) => change_id)).toEqual(
      denied.map(() => null),
    );
    expect((await api.call('pipeline', 'get', '/deliveries')).status).toBe(403);
  });

  it('that are dead are delivered after a replay, with all their attempts before them', async () => {
    const [{ id, recipient }] = (await list(`changeId=${changeId}`)).items;
    await deliver(id, { state: 'dead', attempts: 12, last_error: 'Away' });
    const { status, body } = await replay(id, { reason: 'Server is back' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, recipient, lastError: null });
    await waitUntil('it is delivered', async () => {
      const row = await knex('deliveries').where({ id }).first();
      return row.state === 'delivered' && row.attempts === 1;
    });
    expect(await replayed()).toMatchObject([
      {
        actor: operator,
        outcome: 'success',
        change_id: changeId,
        entity_ref: 'api:default/orders',
        reason: 'Server is back',
        before: { state: 'dead' },
        after: { state: 'pending', delivery: id, recipient },
      },
    ]);
    const history = await api.call(
      'alice',
      'get',
      `/schema-changes/${changeId}/audit?limit=100`,
    );
    const actions = history.body.items.map(
      (item: { action: string }) => item.action,
    );
    expect(actions).toContain('schema-change.announced');
    // It names who was told, which is for operators.
    expect(actions).not.toContain('delivery.replayed');
  });

  it('that are not dead are not replayed, and nothing is recorded', async () => {
    const [{ id }] = (await list()).items;
    const { status, body } = await replay(id);
    expect(status).toBe(409);
    expect(body.error.message).toContain('is delivered');
    expect((await replay(changeId)).status).toBe(404);
    expect(await replayed()).toEqual([]);
  });

  it('are replayed once for a request that comes twice', async () => {
    const [{ id }] = (await list()).items;
    const key = { 'Idempotency-Key': 'again' };
    await deliver(id, { state: 'dead' });
    expect((await replay(id, {}, key)).status).toBe(200);
    await settled();
    expect((await replay(id, {}, key)).body).toMatchObject({
      id,
      state: 'delivered',
    });
    expect(await replayed()).toHaveLength(1);
  });

  it('are replayed together, as many as the filter finds', async () => {
    const { items } = await list(`changeId=${changeId}`);
    const [first, second, third] = items;
    await deliver(first.id, { state: 'dead' });
    await deliver(second.id, { state: 'undeliverable' });
    await deliver(third.id, {
      state: 'dead',
      settled_at: knex.raw(`now() + interval '1 hour'`),
    });
    const many = async (body: object, headers = {}) =>
      (await api.call('pat', 'post', '/deliveries/replay', body, headers)).body;
    expect(await many({ channel: 'email' })).toEqual({
      replayed: 0,
      more: false,
    });
    const key = { 'Idempotency-Key': 'many' };
    const request = {
      state: 'dead',
      changeId,
      settledBefore: new Date(Date.now() + 60_000).toISOString(),
    };
    expect(await many(request, key)).toEqual({ replayed: 1, more: false });
    expect(await many(request, key)).toEqual({ replayed: 1, more: false });
    expect(await many({ reason: 'All of them' })).toEqual({
      replayed: 2,
      more: false,
    });
    expect(await replayed()).toMatchObject([
      { change_id: changeId, after: { replayed: 1, deliveries: [first.id] } },
      { change_id: changeId, reason: 'All of them' },
    ]);
  });

  it('are replayed a thousand at a time', async () => {
    const [{ id }] = (await list()).items;
    await knex.raw(
      `insert into deliveries (event_id, channel, recipient, id, change_id, reason, state, settled_at)
       select event_id, 'gone', 'user:default/' || n, gen_random_uuid(), change_id, reason, 'dead', now()
       from deliveries, generate_series(1, 1001) as n where id = ?`,
      [id],
    );
    const many = async () =>
      (
        await api.call('pat', 'post', '/deliveries/replay', {
          channel: 'gone',
        })
      ).body;
    expect(await many()).toEqual({ replayed: 1_000, more: true });
    expect(await many()).toEqual({ replayed: 1, more: false });
    await knex('deliveries').where({ channel: 'gone' }).delete();
  });

  it('that move are signalled to who looks at them, without content', async () => {
    const [{ id }] = (await list()).items;
    await deliver(id, { state: 'dead' });
    await replay(id);
    await waitUntil('a signal was sent', () =>
      signals.some(({ channel }) => channel === DELIVERIES_SIGNAL_CHANNEL),
    );
    const signal = signals.find(
      ({ channel }) => channel === DELIVERIES_SIGNAL_CHANNEL,
    );
    expect(signal).toEqual({
      channel: DELIVERIES_SIGNAL_CHANNEL,
      message: { channels: expect.arrayContaining(['backstage']) },
      recipients: {
        type: 'user',
        entityRef: expect.arrayContaining([operator]),
      },
    });
    const told = JSON.stringify(signal);
    expect(told).not.toContain('user:default/bob');
  });

  it('refuse a cursor of another filter', async () => {
    const { nextCursor } = await list('limit=1');
    const { status } = await api.call(
      'pat',
      'get',
      `/deliveries?limit=1&state=dead&cursor=${nextCursor}`,
    );
    expect(status).toBe(400);
  });
});
