import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';
import { waitUntil } from '../../__testUtils__/waitUntil';
import { deliveryRetries } from '../../outbox/retryPolicy';

jest.setTimeout(60_000);

describe('how far the people of a consumer were reached', () => {
  let knex: Knex;
  let api: ApiBench;
  let changeId: string;

  const reached = async (viewer: 'alice') =>
    (await api.consumer(viewer, changeId, 'component:default/checkout')).reach;
  const becomes = (delivery: object) =>
    knex('deliveries')
      .where({ change_id: changeId, channel: 'backstage' })
      .update({ settled_at: knex.fn.now(), ...delivery });

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
    changeId = await api.record();
    await api.settled();
    await waitUntil('everybody was told', async () => {
      const left = await knex('deliveries').where({ state: 'pending' });
      return left.length === 0;
    });
  });

  afterAll(async () => {
    await api?.stop();
  });

  it('tells what was refused from what failed at every attempt', async () => {
    const { people } = await reached('alice');
    expect(people).toBeGreaterThan(0);
    await becomes({ state: 'dead', attempts: 1 });
    expect((await reached('alice')).channels.backstage).toMatchObject({
      delivered: 0,
      failed: people,
      refused: people,
    });
    await becomes({ state: 'dead', attempts: deliveryRetries.attempts });
    expect((await reached('alice')).channels.backstage).toMatchObject({
      failed: people,
      refused: 0,
    });
  });

  it('keeps the words of a channel from everybody but operators', async () => {
    const words = '550 <erin@example.com> unknown at mail.internal:25';
    await becomes({ state: 'dead', attempts: 1, last_error: words });
    for (const viewer of ['alice', 'bob'] as const) {
      const { body } = await api.call(
        viewer,
        'get',
        `/schema-changes/${changeId}/consumers`,
      );
      expect(body.items).not.toEqual([]);
      expect(JSON.stringify(body)).not.toContain('mail.internal');
    }
    const { body } = await api.call(
      'pat',
      'get',
      `/deliveries?changeId=${changeId}`,
    );
    expect(JSON.stringify(body)).toContain('mail.internal');
  });
});
