import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { emptyTables } from '../__testUtils__/emptyTables';
import {
  createTestDatabase,
  PipelineBench,
} from '../__testUtils__/PipelineBench';
import { randomIds } from '../ports/Ids';
import { ChainReader } from '../audit/ChainReader';
import { AuditPurger } from './AuditPurger';
import { RetentionSweeper } from './RetentionSweeper';

jest.setTimeout(60_000);

const day = 24 * 3_600_000;
const periods = {
  resolvedChanges: 30 * day,
  notifications: 20 * day,
  events: 10 * day,
  revisions: 60 * day,
  auditRecords: null,
};

describe('RetentionSweeper', () => {
  let knex: Knex;
  let bench: PipelineBench;

  const sweep = () =>
    new RetentionSweeper({
      knex,
      unitOfWork: bench.unitOfWork,
      events: bench.events,
      auditPurger: new AuditPurger({
        ids: randomIds,
        chain: new ChainReader(knex),
        unitOfWork: bench.unitOfWork,
        auditLog: bench.pipeline.auditLog,
        signer: null,
      }),
      logger: mockServices.logger.mock(),
      periods,
    }).sweep();
  /** Everything happened that long ago. */
  const age = async (days: number) => {
    for (const [table, columns] of Object.entries({
      schema_changes: ['updated_at'],
      notifications: ['created_at'],
      outbox: ['created_at', 'published_at', 'finished_at'],
      inbox: ['handled_at'],
      channel_messages: ['created_at'],
      deliveries: ['created_at', 'settled_at'],
      idempotency_keys: ['created_at'],
    })) {
      for (const column of columns) {
        await knex(table)
          .whereNotNull(column)
          .update({
            [column]: knex.raw(`now() - ? * interval '1 day'`, [days]),
          });
      }
    }
  };
  const counts = async () =>
    Object.fromEntries(
      await Promise.all(
        [
          'schema_changes',
          'notifications',
          'outbox',
          'inbox',
          'channel_messages',
          'deliveries',
          'idempotency_keys',
        ].map(async table => [table, (await knex(table)).length]),
      ),
    );

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  beforeEach(async () => {
    await emptyTables(knex);
    bench = new PipelineBench(knex);
    await bench.pipeline.start();
  });

  afterEach(async () => {
    await bench.pipeline.stop();
  });

  it('counts up the versions of people whose notifications go with their change', async () => {
    const id = await bench.record();
    await bench.settled();
    await bench.move(id, 'resolved', 'schema-change.resolved');
    await bench.settled();
    const versions = async () =>
      Object.fromEntries(
        (await knex('notification_versions')).map(
          ({ recipient, version }): [string, number] => [
            recipient,
            Number(version),
          ],
        ),
      );
    const before = await versions();
    expect(Object.keys(before)).not.toEqual([]);
    await knex('schema_changes').update({
      updated_at: knex.raw(`now() - interval '31 days'`),
    });
    await sweep();
    expect((await counts()).notifications).toBe(0);
    const after = await versions();
    for (const [recipient, version] of Object.entries(before)) {
      expect(after[recipient]).toBeGreaterThan(version);
    }
  });

  it('deletes failures that are over, and keeps those of events that are not', async () => {
    await bench.record();
    await bench.settled();
    const [over, going] = await knex('outbox').select('id');
    await knex('subscriber_failures').delete();
    await knex('subscriber_failures').insert(
      [over, going].map(({ id }) => ({
        event_id: id,
        subscriber: 'pager',
        last_error: 'No signal',
        last_failed_at: knex.raw(`now() - interval '11 days'`),
      })),
    );
    await knex('outbox')
      .where({ id: going.id })
      .update({ finished_at: null, required_subscribers: ['pager'] });
    await sweep();
    const kept = await knex('subscriber_failures');
    expect(kept.map(({ event_id }) => event_id)).toEqual([going.id]);
  });

  it('keeps everything that is young enough', async () => {
    const id = await bench.record();
    await bench.settled();
    await bench.move(id, 'resolved', 'schema-change.resolved');
    await bench.settled();
    await age(9);
    const before = await counts();
    await sweep();
    expect(await counts()).toEqual(before);
  });

  it('deletes events and settled deliveries, then notifications, then the change itself', async () => {
    const id = await bench.record();
    await bench.settled();
    await bench.move(id, 'resolved', 'schema-change.resolved');
    await bench.settled();

    await age(11);
    await sweep();
    expect(await counts()).toMatchObject({
      schema_changes: 1,
      notifications: 6,
      outbox: 0,
      inbox: 0,
      deliveries: 0,
      channel_messages: 0,
    });

    const versions = await knex('notification_versions').orderBy('recipient');
    await age(21);
    await sweep();
    expect(await counts()).toMatchObject({
      schema_changes: 1,
      notifications: 0,
    });
    const counted = await knex('notification_versions').orderBy('recipient');
    expect(counted.map(({ version }) => Number(version))).toEqual(
      versions.map(({ version }) => Number(version) + 1),
    );

    await age(31);
    await sweep();
    await bench.settled();
    expect(await counts()).toMatchObject({ schema_changes: 0 });
    expect(await bench.eventsOf(id)).toMatchObject([
      { type: 'schema-change.deleted' },
    ]);
    const audit = await knex('audit_records').orderBy('position');
    expect(audit[audit.length - 1]).toMatchObject({
      action: 'schema-change.deleted',
      actor: 'system:retention',
    });
  });

  it('keeps an open change, and what its page shows, however old', async () => {
    await bench.record();
    await bench.settled();
    await age(400);
    await sweep();
    expect(await counts()).toMatchObject({
      schema_changes: 1,
      deliveries: 3,
      channel_messages: 1,
      notifications: 0,
      outbox: 0,
    });
  });

  it('keeps what is not finished, and what keeps it from a second effect', async () => {
    const id = await bench.record();
    await bench.settled();
    await bench.move(id, 'resolved', 'schema-change.resolved');
    await bench.settled();
    await bench.pipeline.stop();
    await knex('outbox').update({ required_subscribers: ['audit', 'missing'] });
    await age(400);
    await knex('outbox').update({ finished_at: null });
    await knex('deliveries').where({ recipient: 'user:default/bob' }).update({
      state: 'dead',
    });
    await sweep();
    expect(await counts()).toMatchObject({
      schema_changes: 1,
      outbox: 3,
      inbox: 9,
      deliveries: 2,
      channel_messages: 2,
    });
  });

  it('remembers what subscribers have handled for as long after an event has ended as the broker may bring it', async () => {
    await bench.record();
    await bench.settled();
    const handled = (await knex('inbox')).length;
    await age(31);
    // Another subscriber had failed on it until today, and it was published again to all of them.
    await knex('outbox').update({ finished_at: knex.fn.now() });
    await sweep();
    expect(await knex('inbox')).toHaveLength(handled);
  });

  it('forgets idempotency keys after a day', async () => {
    const key = {
      caller: 'user:default/alice',
      operation: 'recordSchemaChange',
      request_hash: 'x',
      status: 201,
      resource_id: '018f0000-0000-7000-8000-000000000000',
    };
    await knex('idempotency_keys').insert([
      {
        ...key,
        key: 'old',
        created_at: knex.raw(`now() - interval '25 hours'`),
      },
      {
        ...key,
        key: 'young',
        created_at: knex.raw(`now() - interval '23 hours'`),
      },
    ]);
    await sweep();
    expect(await knex('idempotency_keys')).toMatchObject([{ key: 'young' }]);
  });

  it('deletes old revisions with their texts, but for the newest and those of open changes', async () => {
    const entity = 'api:default/orders';
    const ids = await Promise.all(
      ['one', 'two', 'three', 'four', 'five'].map(async hash => {
        await knex('definitions').insert({ hash, bytes: 1, content: 'x' });
        return randomIds.next();
      }),
    );
    for (const [index, id] of ids.entries()) {
      await knex('revisions').insert({
        id,
        entity_ref: entity,
        format: 'openapi',
        hash: ['one', 'two', 'three', 'four', 'five'][index],
        bytes: 1,
        source: 'ci',
        brought_by: 'external:pipeline',
        // The last one could not be read, so that the next is compared with the one before it.
        readable: index < 4,
      });
    }
    const change = await bench.record({ status: 'draft', entity_ref: entity });
    await knex('schema_changes')
      .where({ id: change })
      .update({ base_revision_id: ids[1], latest_revision_id: ids[3] });
    const left = async () => [
      (await knex('revisions').orderBy('position').pluck('id')).map(id =>
        ids.indexOf(id),
      ),
      await knex('definitions').orderBy('created_at').pluck('hash'),
    ];
    const aged = async (table: string, days: number) =>
      knex(table).update({
        created_at: knex.raw(`created_at - ? * interval '1 day'`, [days]),
      });
    await aged('revisions', 50);
    await aged('definitions', 50);
    await sweep();
    expect((await left())[0]).toEqual([0, 1, 2, 3, 4]);
    await aged('revisions', 50);
    await sweep();
    const [revisions, texts] = await left();
    expect(revisions).toEqual([1, 3, 4]);
    expect([...texts].sort()).toEqual(['five', 'four', 'two']);
  });
});
