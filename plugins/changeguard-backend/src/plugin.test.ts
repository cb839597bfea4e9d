import { Knex } from 'knex';
import { ApiBench } from './__testUtils__/ApiBench';
import { createTestDatabase } from './__testUtils__/PipelineBench';

jest.setTimeout(60_000);

describe('the plugin', () => {
  let knex: Knex;
  let api: ApiBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
  });

  afterAll(async () => {
    await api?.stop();
  });

  it('follows a change from its record to its resolution', async () => {
    const recorded = await api.call('alice', 'post', '/schema-changes', {
      entityRef: 'API:default/Orders',
      title: 'Field note goes away',
      findings: [{ message: 'Order.note is removed', pointer: '/Order/note' }],
    });
    expect(recorded.status).toBe(201);
    expect(recorded.headers.get('etag')).toBe('"1"');
    expect(recorded.headers.get('cache-control')).toBe('no-store');
    const { id } = recorded.body;
    expect(recorded.body).toMatchObject({
      entityRef: 'api:default/orders',
      ownerRefs: ['group:default/orders-team'],
      status: 'announced',
      severity: 'breaking',
      createdBy: 'user:default/alice',
      consumers: { state: 'resolving', total: 0 },
      may: {
        edit: true,
        comment: true,
        moveTo: ['released', 'resolved', 'withdrawn'],
      },
    });
    await api.settled();

    const seen = await api.call('bob', 'get', `/schema-changes/${id}`);
    expect(seen.body).toMatchObject({
      consumers: { state: 'complete', total: 2, byAnswer: { notified: 2 } },
      findings: [
        { message: 'Order.note is removed', rule: 'manual', purpose: null },
      ],
      may: { edit: false, comment: true, moveTo: [] },
    });
    const unread = await api.call('bob', 'get', '/notifications/unread-count');
    expect(unread.body).toEqual({ unread: 1 });

    const consumer = await api.consumer(
      'bob',
      id,
      'component:default/checkout',
    );
    expect(consumer).toMatchObject({
      mayAnswer: true,
      reach: { people: 2 },
      answer: { state: 'notified' },
    });
    const answer = await api.call(
      'bob',
      'put',
      `/schema-changes/${id}/consumers/${consumer.id}`,
      { state: 'migrating', note: 'Until Friday' },
    );
    expect(answer.body.answer).toMatchObject({
      state: 'migrating',
      by: 'user:default/bob',
      onVersion: 1,
    });
    const comment = await api.call(
      'bob',
      'post',
      `/schema-changes/${id}/comments`,
      { body: 'Can it wait, @alice?' },
    );
    expect(comment.body).toMatchObject({
      author: 'user:default/bob',
      mentions: ['user:default/alice'],
      mayEdit: true,
    });

    const resolved = await api.call('alice', 'put', `/schema-changes/${id}`, {
      status: 'resolved',
      reason: 'Everybody has moved',
    });
    expect(resolved.body).toMatchObject({ status: 'resolved', version: 2 });
    await api.settled();
    const told = await api.call('bob', 'get', '/notifications');
    expect(told.body.items[0]).toMatchObject({
      type: 'resolved',
      changeStatus: 'resolved',
      readAt: null,
    });
    expect(told.body.items[1]).toMatchObject({
      type: 'announced',
      changeStatus: 'resolved',
    });
    const history = await api.call('bob', 'get', `/schema-changes/${id}/audit`);
    expect(
      history.body.items.map((item: { action: string }) => item.action),
    ).toEqual([
      'schema-change.announced',
      'audience.snapshotted',
      'consumer.answered',
      'comment.added',
      'schema-change.resolved',
    ]);
    expect(history.body.items[4]).toMatchObject({
      actor: 'user:default/alice',
      before: { status: 'announced' },
      after: { status: 'resolved' },
      reason: 'Everybody has moved',
    });
  });
});
