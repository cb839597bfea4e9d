import { Knex } from 'knex';
import {
  createTestDatabase,
  PipelineBench,
} from './__testUtils__/PipelineBench';

jest.setTimeout(60_000);

describe('the pipeline', () => {
  let knex: Knex;
  let bench: PipelineBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  beforeEach(async () => {
    await knex.raw(
      'truncate schema_changes, outbox, inbox, audit_records, subscriptions, preferences, transport_messages, notification_versions cascade',
    );
    bench = new PipelineBench(knex);
    await bench.pipeline.start();
  });

  afterEach(async () => {
    await bench.pipeline.stop();
  });

  it('carries a change from its record to those who are affected', async () => {
    const id = await bench.record();
    await bench.settled();

    expect((await bench.eventsOf(id)).map(({ type }) => type)).toEqual([
      'schema-change.announced',
      'audience.snapshotted',
    ]);
    expect(await bench.told(id)).toEqual([
      'ben announced',
      'bob announced',
      'erin announced',
    ]);
    const consumers = await knex('affected_consumers').orderBy('entity_ref');
    expect(consumers).toMatchObject([
      {
        entity_ref: 'component:default/checkout',
        direct: true,
        answer_state: 'notified',
        reachable: true,
        paths: [
          [
            {
              from: 'component:default/checkout',
              type: 'consumesApi',
              to: 'api:default/orders',
            },
          ],
        ],
      },
      { entity_ref: 'component:default/mailer', direct: true },
    ]);
    expect(bench.sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: [
            'user:default/ben',
            'user:default/bob',
            'user:default/erin',
          ],
        },
        payload: expect.objectContaining({
          title: 'orders is about to change: Column orders.note goes away',
          link: `/changeguard/changes/${id}`,
          severity: 'high',
          topic: 'breaking-change',
        }),
      },
    ]);
    const audit = await knex('audit_records').orderBy('sequence');
    expect(audit).toMatchObject([
      {
        action: 'schema-change.announced',
        actor: 'user:default/alice',
        address: '192.0.2.1',
        user_agent: 'a test',
      },
      {
        action: 'audience.snapshotted',
        actor: 'system:audience',
        address: null,
        after: { state: 'complete', consumers: 2, people: 3 },
      },
    ]);
  });
});
