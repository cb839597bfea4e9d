import { defaultPreferences } from '@changeguard/backstage-plugin-changeguard-common';
import {
  ChannelDelivery,
  ChannelMessage,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { emptyTables } from './__testUtils__/emptyTables';
import {
  BenchOptions,
  createTestDatabase,
  PipelineBench,
} from './__testUtils__/PipelineBench';
import { waitUntil } from './__testUtils__/waitUntil';
import { PostgresTransport } from './transport/PostgresTransport';

jest.setTimeout(60_000);

/** Like e-mail: a channel with a subscriber of its own, switched by another preference. */
class Pigeons implements NotificationChannel {
  readonly id = 'pigeon';
  readonly subscriber = 'pigeon';
  readonly preference = 'email';
  readonly carried: { message: ChannelMessage; delivery: ChannelDelivery }[] =
    [];

  async send(message: ChannelMessage, deliveries: readonly ChannelDelivery[]) {
    for (const delivery of deliveries) this.carried.push({ message, delivery });
    return deliveries.map(() => ({ outcome: 'delivered' as const }));
  }
}

describe('the pipeline', () => {
  let knex: Knex;
  let running: PipelineBench[];

  const begin = async (options: BenchOptions = {}) => {
    const bench = new PipelineBench(knex, options);
    running.push(bench);
    await bench.pipeline.start();
    return bench;
  };
  const subscribe = (user: string, mode: 'follow' | 'mute') =>
    knex('subscriptions').insert({
      user_ref: `user:default/${user}`,
      entity_ref: 'api:default/orders',
      mode,
    });
  const everything = async () => ({
    notifications: await knex('notifications').orderBy('id'),
    versions: await knex('notification_versions').orderBy('recipient'),
    deliveries: await knex('deliveries').orderBy('id'),
    audit: await knex('audit_records').orderBy('position'),
    consumers: await knex('affected_consumers').orderBy('id'),
    members: await knex('audience_members').orderBy('user_ref'),
  });

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  beforeEach(async () => {
    running = [];
    await emptyTables(knex);
  });

  afterEach(async () => {
    await Promise.all(running.map(({ pipeline }) => pipeline.stop()));
  });

  it('carries a change from its record to those who are affected', async () => {
    const bench = await begin();
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
    expect(
      await knex('affected_consumers').orderBy('entity_ref'),
    ).toMatchObject([
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
    expect(await knex('audit_records').orderBy('sequence')).toMatchObject([
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

  it('tells the whole story to whom it concerns', async () => {
    const bench = await begin();
    const id = await bench.record();
    await bench.settled();
    await bench.comment(id, 'user:default/bob', 'Until when?');
    await bench.answer(id, 'user:default/bob', 'component:default/checkout');
    await bench.comment(id, 'user:default/alice', 'Until March.');
    await bench.move(id, 'resolved', 'schema-change.resolved');
    await bench.settled();

    expect(await bench.told(id)).toEqual([
      'alice answered',
      'alice commented',
      'amy answered',
      'amy commented',
      'amy commented',
      'ben announced',
      'ben resolved',
      'bob announced',
      'bob commented',
      'bob resolved',
      'erin announced',
      'erin resolved',
    ]);
    const audit = await knex('audit_records').orderBy('sequence');
    expect(audit.map(({ action, actor }) => `${action} by ${actor}`)).toEqual([
      'schema-change.announced by user:default/alice',
      'audience.snapshotted by system:audience',
      'comment.added by user:default/bob',
      'consumer.answered by user:default/bob',
      'comment.added by user:default/alice',
      'schema-change.resolved by user:default/alice',
    ]);
  });

  it('does nothing twice when every event is delivered again', async () => {
    const bench = await begin({ channels: [new Pigeons()] });
    const id = await bench.record();
    await bench.settled();
    await bench.comment(id, 'user:default/bob', 'Hm @group:default/mail-team');
    await bench.move(id, 'withdrawn', 'schema-change.withdrawn');
    await bench.settled();
    const before = await everything();

    await knex('outbox').update({ published_at: null, finished_at: null });
    bench.pipeline.wakeRelay();
    await bench.settled();
    await waitUntil('the copies are consumed', async () => {
      return (await knex('transport_messages')).length === 0;
    });
    expect(await everything()).toEqual(before);
  });

  it('tells followers and mentioned groups, not the actor and not who muted', async () => {
    await subscribe('carol', 'follow');
    await subscribe('alice', 'follow');
    await subscribe('erin', 'mute');
    const bench = await begin();
    const id = await bench.record();
    await bench.settled();
    expect(await bench.told(id)).toEqual([
      'ben announced',
      'bob announced',
      'carol announced',
    ]);

    await knex('notifications').delete();
    await bench.comment(
      id,
      'user:default/bob',
      'What do @group:default/mail-team, @group:default/staff-team, @bob and @amy say?',
    );
    await bench.settled();
    expect(await bench.told(id)).toEqual([
      'alice commented',
      'amy mentioned',
      'carol mentioned',
    ]);
  });

  it('tells nobody of a comment that was deleted before', async () => {
    const earlier = new PipelineBench(knex);
    const id = await earlier.record();
    await earlier.comment(id, 'user:default/bob', 'Oops, @carol');
    await knex('comments').update({ body: '', deleted_at: knex.fn.now() });
    const bench = await begin();
    await bench.settled();
    expect(await bench.told(id)).toEqual([
      'ben announced',
      'bob announced',
      'erin announced',
    ]);
  });

  it('tells only those whom an edit mentions anew', async () => {
    const bench = await begin();
    const id = await bench.record({ entity_ref: 'resource:default/alone' });
    await bench.comment(id, 'user:default/alice', 'Hm, @erin');
    await bench.editComment(id, 'Hm, @erin and @carol and @nobody');
    await bench.settled();
    expect(await bench.told(id)).toEqual([
      'amy commented',
      'carol mentioned',
      'erin mentioned',
    ]);
  });

  it('asks preferences per channel, and freezes what each channel must deliver', async () => {
    const pigeons = new Pigeons();
    await knex('preferences').insert([
      {
        user_ref: 'user:default/bob',
        preferences: { ...defaultPreferences, email: false },
      },
      {
        user_ref: 'user:default/erin',
        preferences: {
          ...defaultPreferences,
          topics: {
            ...defaultPreferences.topics,
            'breaking-change': { inApp: false, email: true },
          },
        },
      },
    ]);
    const bench = await begin({ channels: [pigeons] });
    const id = await bench.record();
    await bench.settled();
    expect(await bench.told(id)).toEqual(['ben announced', 'bob announced']);
    const carried = pigeons.carried.map(
      ({ delivery: { recipient, reason } }) => `${recipient}: ${reason}`,
    );
    expect(carried.sort()).toEqual([
      'user:default/ben: your team group:default/checkout-team owns component:default/checkout',
      'user:default/erin: your team group:default/mail-team owns component:default/mailer',
    ]);
    expect(
      await knex('deliveries').where({ channel: 'backstage' }),
    ).toHaveLength(2);
  });

  it('keeps a draft among the provider’s people', async () => {
    await subscribe('carol', 'follow');
    const bench = await begin();
    const id = await bench.record({ status: 'draft' });
    await bench.comment(id, 'user:default/amy', 'What do you think, @bob?');
    await bench.move(id, 'withdrawn', 'schema-change.withdrawn');
    await bench.settled();
    expect(await bench.told(id)).toEqual(['alice commented']);
    expect(await knex('affected_consumers')).toEqual([]);
    const signalled = bench.signals.flatMap(({ recipients }) =>
      recipients.type === 'user' ? recipients.entityRef : [],
    );
    expect(signalled).not.toContain('user:default/bob');
  });

  it('tells the provider’s people of a draft that was detected', async () => {
    const bench = await begin();
    const id = await bench.record({
      status: 'draft',
      source: 'catalog',
      created_by: 'plugin:changeguard',
    });
    await bench.settled();
    expect(await bench.told(id)).toEqual([
      'alice draft-detected',
      'amy draft-detected',
    ]);
  });

  it('signals ids, and only ids, to everybody whose page changed', async () => {
    const bench = await begin();
    const id = await bench.record();
    await bench.settled();
    await bench.comment(id, 'user:default/bob', 'A secret');
    await bench.settled();
    await waitUntil('the signal of the comment', () =>
      bench.signals.some(({ message }) => message.type === 'comment.added'),
    );
    const signal = bench.signals.find(
      ({ message }) => message.type === 'comment.added',
    );
    expect(signal).toEqual({
      channel: 'changeguard',
      message: { changeId: id, type: 'comment.added', sequence: 3 },
      recipients: {
        type: 'user',
        entityRef: expect.arrayContaining([
          'user:default/alice',
          'user:default/bob',
          'user:default/erin',
          'group:default/orders-team',
        ]),
      },
    });
    expect(signal?.recipients).not.toMatchObject({
      entityRef: expect.arrayContaining(['user:default/carol']),
    });
  });

  it('heals a message that the broker lost', async () => {
    const transport = new PostgresTransport(knex, { pollMs: 50 });
    const publish = transport.publish.bind(transport);
    let lost = 0;
    transport.publish = async messages => {
      if (lost++ > 0) return publish(messages);
      return messages.map(() => ({ outcome: 'published' }));
    };
    const bench = await begin({ transport, times: { patienceMs: 100 } });
    const id = await bench.record();
    await bench.settled();
    expect(await bench.told(id)).toHaveLength(3);
  });

  it('waits for a catalog that is away, and tells nobody twice when it is back', async () => {
    const bench = new PipelineBench(knex);
    running.push(bench);
    let refused = 0;
    bench.catalog.onRead = () => {
      if (refused++ < 6) throw new Error('The catalog is away');
    };
    await bench.pipeline.start();
    const id = await bench.record();
    await bench.settled();
    expect(refused).toBeGreaterThan(6);
    expect(await bench.told(id)).toHaveLength(3);
  });

  describe('while a part of the catalog cannot be read', () => {
    /** Read last, and alone: a group in a group. */
    const part = 'group:default/mail-at-night';
    const createWithout = () => {
      const bench = new PipelineBench(knex);
      running.push(bench);
      bench.catalog
        .separate('user:default/erin', 'memberOf', 'group:default/mail-team')
        .relate('user:default/erin', 'memberOf', part)
        .relate(part, 'childOf', 'group:default/mail-team');
      const reads = { failed: 0, mayFail: Infinity };
      bench.catalog.onRead = refs => {
        if (!refs.includes(part) || reads.failed === reads.mayFail) return;
        reads.failed++;
        throw new Error('Its database is restarted');
      };
      return { bench, reads };
    };

    it('waits for it, so that nobody is told late', async () => {
      const { bench, reads } = createWithout();
      reads.mayFail = 5;
      await bench.pipeline.start();
      const id = await bench.record();
      await bench.settled();
      expect(reads.failed).toBe(5);
      expect((await bench.eventsOf(id)).map(({ type }) => type)).toEqual([
        'schema-change.announced',
        'audience.snapshotted',
      ]);
      expect(await bench.told(id)).toHaveLength(3);
      expect(await knex('schema_changes').first('audience_state')).toEqual({
        audience_state: 'complete',
      });
    });

    it('tells those whom it could find when that lasts', async () => {
      const { bench } = createWithout();
      const id = await bench.record();
      await knex('outbox').update({
        created_at: knex.raw(`now() - interval '1 minute'`),
      });
      await bench.pipeline.start();
      await bench.settled();
      expect(await bench.told(id)).toEqual(['ben announced', 'bob announced']);
      expect(await knex('schema_changes').first('audience_state')).toEqual({
        audience_state: 'partial',
      });
    });
  });

  it('tells nobody of a change that was withdrawn before its audience was known', async () => {
    const bench = new PipelineBench(knex);
    running.push(bench);
    const id = await bench.record();
    await bench.move(id, 'withdrawn', 'schema-change.withdrawn');
    await bench.pipeline.start();
    await bench.settled();
    expect(await bench.told(id)).not.toContain('bob announced');
  });

  it('starts while the broker is away, says so, and catches up', async () => {
    const transport = new PostgresTransport(knex, { pollMs: 50 });
    const start = transport.start.bind(transport);
    let away = true;
    transport.start = async options => {
      if (away) throw new Error('No broker at this address');
      await start(options);
    };
    const bench = await begin({ transport });
    const id = await bench.record();
    await waitUntil('it says that the broker is away', async () => {
      const { transport: health } = await bench.pipeline.health();
      return health.message === 'No broker at this address';
    });
    expect(await bench.pipeline.health()).toMatchObject({
      transport: { state: 'away', kind: 'postgres' },
      outbox: { state: 'fine' },
      'channel-backstage': { state: 'fine' },
    });
    away = false;
    await bench.settled();
    expect(await bench.told(id)).toHaveLength(3);
    expect(await bench.pipeline.health()).toMatchObject({
      transport: { state: 'fine' },
    });
  });

  it('keeps trying when the portal’s notifications fail half-way', async () => {
    const bench = await begin();
    let failures = 0;
    bench.onSend = () => {
      if (failures++ < 3) throw new Error('Request failed with status 500');
    };
    await bench.record();
    await bench.settled();
    expect(bench.sent).toHaveLength(1);
    expect(await knex('deliveries').distinct('state', 'attempts')).toEqual([
      { state: 'delivered', attempts: 4 },
    ]);
  });

  it('hands events to another plugin’s subscriber, and again when it failed', async () => {
    const seen: string[] = [];
    let failures = 0;
    const bench = await begin({
      subscribers: [
        {
          id: 'ticketing',
          types: ['schema-change.announced', 'schema-change.resolved'],
          async handle({ type }) {
            if (failures++ === 0) throw new Error('No connection');
            seen.push(type);
          },
        },
      ],
    });
    const id = await bench.record();
    await bench.move(id, 'resolved', 'schema-change.resolved');
    await bench.settled();
    expect(seen).toEqual(['schema-change.announced', 'schema-change.resolved']);
    const [{ required_subscribers: required }] = await knex('outbox');
    expect(required).toEqual([
      'audience',
      'notification',
      'audit',
      'ticketing',
    ]);
  });

  it('shares the work between replicas, and goes on when one of them stops', async () => {
    const first = await begin();
    const second = await begin();
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => first.record()),
    );
    await first.pipeline.stop();
    ids.push(await second.record());
    await second.settled();
    for (const id of ids) {
      expect(await second.told(id)).toHaveLength(3);
    }
    expect(first.sent.length + second.sent.length).toBe(11);
  });

  it('goes on where a process ended that had only written', async () => {
    const gone = new PipelineBench(knex);
    const id = await gone.record();
    const bench = await begin();
    await bench.settled();
    expect(await bench.told(id)).toHaveLength(3);
  });

  it('refuses two subscribers of one id', () => {
    const twice = { id: 'audit', handle: async () => {} };
    expect(() => new PipelineBench(knex, { subscribers: [twice] })).toThrow(
      "There are two subscribers with the id 'audit'",
    );
    expect(
      () => new PipelineBench(knex, { subscribers: [{ ...twice, id: 'A b' }] }),
    ).toThrow("The subscriber id 'A b' must be lower case letters");
  });
});
