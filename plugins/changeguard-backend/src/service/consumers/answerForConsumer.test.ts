import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { sampleCatalog } from '../../__testUtils__/InMemoryCatalog';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

const checkout = 'component:default/checkout';

describe('affected consumers', () => {
  let knex: Knex;
  let api: ApiBench;
  let changeId: string;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, {
      // Pat’s team is a child of the one that owns the shop, which has no members of its own.
      catalog: sampleCatalog()
        .relate('user:default/pat', 'memberOf', 'group:default/shop')
        .relate('component:default/shop', 'ownedBy', 'group:default/retail')
        .relate('group:default/shop', 'childOf', 'group:default/retail')
        .relate('component:default/shop', 'consumesApi', 'api:default/orders'),
      shows: (entityRef, viewer) =>
        !(viewer === 'user:default/erin' && entityRef === checkout),
    });
    changeId = await api.record();
  });

  afterAll(async () => {
    await api?.stop();
  });

  const answer = async (
    who: 'bob' | 'pat' | 'erin',
    consumerId: string,
    body: object,
  ) =>
    api.call(
      who,
      'put',
      `/schema-changes/${changeId}/consumers/${consumerId}`,
      body,
    );
  const events = async () =>
    knex('outbox')
      .where({ aggregateid: changeId, type: 'consumer.answered' })
      .orderBy('sequence')
      .then(rows => rows.map(({ payload }) => JSON.parse(payload).data));

  it('are answered for by people who were told as somebody behind them', async () => {
    const shop = await api.consumer('pat', changeId, 'component:default/shop');
    expect(shop).toMatchObject({ mayAnswer: true, reach: { people: 1 } });
    const { status, body } = await answer('pat', shop.id, {
      state: 'not_affected',
    });
    expect(status).toBe(200);
    expect(body.answer).toMatchObject({
      state: 'not_affected',
      by: 'user:default/pat',
    });
    const other = await api.consumer('pat', changeId, checkout);
    expect(other.mayAnswer).toBe(false);
    expect((await answer('pat', other.id, { state: 'migrated' })).status).toBe(
      403,
    );
  });

  it('may change their answer, and the same answer twice is one event', async () => {
    const { id } = await api.consumer('bob', changeId, checkout);
    const before = (await events()).length;
    await answer('bob', id, { state: 'blocked', note: 'Until March' });
    await answer('bob', id, { state: 'blocked', note: 'Until March' });
    await answer('bob', id, {
      state: 'migrating',
      expectedAt: '2027-03-01T00:00:00+01:00',
    });
    const [blocked, migrating, ...rest] = (await events()).slice(before);
    expect(rest).toEqual([]);
    expect(blocked).toMatchObject({
      before: { state: 'notified' },
      after: { state: 'blocked', note: 'Until March' },
    });
    expect(migrating).toMatchObject({
      before: { state: 'blocked', note: 'Until March', expectedAt: null },
      after: {
        state: 'migrating',
        note: null,
        expectedAt: '2027-02-28T23:00:00.000Z',
      },
      consumer: { entityRef: checkout, answer: 'migrating' },
    });
    const { body } = await api.call(
      'alice',
      'get',
      `/schema-changes/${changeId}`,
    );
    expect(body.consumers.byAnswer).toMatchObject({ migrating: 1 });
  });

  it('that the catalog hides are counted, not named', async () => {
    const { body } = await api.call(
      'erin',
      'get',
      `/schema-changes/${changeId}/consumers?limit=1`,
    );
    expect(body).toMatchObject({ state: 'complete', hidden: 1 });
    const seen = [...body.items];
    let { nextCursor } = body;
    while (nextCursor) {
      const next = await api.call(
        'erin',
        'get',
        `/schema-changes/${changeId}/consumers?limit=1&cursor=${nextCursor}`,
      );
      seen.push(...next.body.items);
      nextCursor = next.body.nextCursor;
    }
    expect(seen.map(({ entityRef }) => entityRef).sort()).toEqual([
      'component:default/mailer',
      'component:default/shop',
    ]);
    const detail = await api.call('erin', 'get', `/schema-changes/${changeId}`);
    expect(detail.body.consumers).toMatchObject({ total: 3, hidden: 1 });
    const { id } = await api.consumer('bob', changeId, checkout);
    expect((await answer('erin', id, { state: 'migrated' })).status).toBe(404);
    const missing = changeId;
    expect((await answer('erin', missing, { state: 'migrated' })).status).toBe(
      404,
    );
    // Of the two only the one that is there was refused.
    expect(
      await knex('audit_records').where({
        actor: 'user:default/erin',
        outcome: 'denied',
      }),
    ).toMatchObject([{ action: 'consumer.answered', change_id: changeId }]);
  });

  it('cannot answer once the change was withdrawn', async () => {
    await api.call('alice', 'put', `/schema-changes/${changeId}`, {
      status: 'withdrawn',
    });
    const { id, mayAnswer } = await api.consumer('bob', changeId, checkout);
    expect(mayAnswer).toBe(false);
    expect((await answer('bob', id, { state: 'migrated' })).status).toBe(409);
  });
});
