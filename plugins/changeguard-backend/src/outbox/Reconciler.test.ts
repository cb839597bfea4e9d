import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { insertOutboxRows } from '../__testUtils__/outboxRows';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { randomIds } from '../ports/Ids';
import { OutboxStore } from './OutboxStore';
import { Reconciler } from './Reconciler';

jest.setTimeout(60_000);

describe('Reconciler', () => {
  let knex: Knex;
  let ids: Map<string, string>;
  const wakeRelay = jest.fn();
  const logger = mockServices.logger.mock();

  const reconcile = (patienceMs: number) =>
    new Reconciler({
      outbox: new OutboxStore(knex),
      logger,
      patienceMs,
      subscribers: ['audience', 'audit'],
      wakeRelay,
    }).reconcile();
  const id = (name: string) => ids.get(name) ?? '';
  const handled = (name: string, ...subscribers: string[]) =>
    knex('inbox').insert(
      subscribers.map(subscriber => ({ subscriber, event_id: id(name) })),
    );
  const published = (name: string, msAgo: number) =>
    knex('outbox')
      .where({ id: id(name) })
      .update({
        published_at: knex.raw(`now() - ? * interval '1 millisecond'`, [msAgo]),
      });
  const states = async () =>
    Object.fromEntries(
      (await knex('outbox').orderBy('position')).map(row => [
        JSON.parse(row.payload).name,
        (row.finished_at && 'finished') ||
          (row.published_at ? 'published' : 'written'),
      ]),
    );

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  beforeEach(async () => {
    await knex('outbox').delete();
    await knex('inbox').delete();
    jest.clearAllMocks();
    ids = await insertOutboxRows(
      knex,
      [
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ],
      ['audience', 'audit'],
    );
  });

  it('finishes an event when everybody it was written for has it', async () => {
    await published('a 1', 10);
    await published('b 1', 10);
    await handled('a 1', 'audience', 'audit', 'somebody-new');
    await handled('b 1', 'audit');
    await handled('c 1', 'audience', 'audit');
    await reconcile(60_000);
    expect(await states()).toEqual({
      'a 1': 'finished',
      'b 1': 'published',
      // Not marked yet by the relay that published it.
      'c 1': 'written',
    });
    expect(wakeRelay).not.toHaveBeenCalled();
  });

  it('gives back to the relay what a subscriber misses for too long, and says who', async () => {
    await published('a 1', 5_000);
    await handled('a 1', 'audit');
    await published('b 1', 10);
    await reconcile(2_000);
    expect(await states()).toEqual({
      'a 1': 'written',
      'b 1': 'published',
      'c 1': 'written',
    });
    expect(wakeRelay).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      `Event ${id(
        'a 1',
      )} (schema-change.updated) has not reached audience and is published again`,
    );
  });

  it('waits a day for a subscriber that was taken out of the portal, and says what it closes without it', async () => {
    await knex('outbox').update({
      required_subscribers: ['audit', 'switched-off'],
      published_at: knex.fn.now(),
    });
    await handled('a 1', 'audit');
    await handled('b 1', 'audit');
    await knex('outbox')
      .whereIn('id', [id('a 1'), id('c 1')])
      .update({ created_at: knex.raw(`now() - interval '25 hours'`) });
    await reconcile(60_000);
    expect(await states()).toEqual({
      'a 1': 'finished',
      'b 1': 'published',
      'c 1': 'published',
    });
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^1 events .* switched-off never handled/)],
    ]);
    await reconcile(60_000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('says nothing of subscribers that it has, or that handled everything before they went', async () => {
    await knex('outbox').update({
      required_subscribers: ['audit', 'switched-off'],
      published_at: knex.fn.now(),
      created_at: knex.raw(`now() - interval '25 hours'`),
    });
    await handled('a 1', 'audit', 'switched-off');
    await handled('b 1', 'switched-off');
    await reconcile(60_000);
    expect(await states()).toEqual({
      'a 1': 'finished',
      'b 1': 'published',
      'c 1': 'published',
    });
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('publishes again what an operator opens again, as documented, for a subscriber that came back', async () => {
    const documented = /```sql\n([^]*?)```/.exec(
      readFileSync(
        resolve(__dirname, '../../../../docs/operations/README.md'),
        'utf8',
      ),
    );
    // Published again in vain some minutes before it was closed, as an event that a subscriber misses is every hour.
    await knex('outbox').update({
      required_subscribers: ['audience', 'audit'],
      published_at: knex.raw(`now() - interval '10 minutes'`),
      created_at: knex.raw(`now() - interval '2 days'`),
      attempts: 3,
      next_attempt_at: knex.raw(`now() + interval '1 hour'`),
      finished_at: knex.fn.now(),
    });
    await handled('a 1', 'audience');
    await handled('b 1', 'audience', 'audit');
    await knex('outbox')
      .where({ id: id('c 1') })
      .update({ created_at: knex.raw(`now() - interval '8 days'`) });
    await knex.raw((documented?.[1] ?? '').replaceAll('pager', 'audit'));
    const { events } = await new OutboxStore(knex).claim({
      token: randomIds.next(),
      leaseMs: 60_000,
      from: 0n,
    });
    expect(events).toMatchObject([{ id: id('a 1'), attempts: 1 }]);
    await reconcile(60_000);
    expect(await states()).toEqual({
      'a 1': 'written',
      'b 1': 'finished',
      // Its inbox may have been swept: it would have its effects a second time.
      'c 1': 'finished',
    });
  });

  it('is more patient with an older event', async () => {
    await published('a 1', 5_000);
    await knex('outbox')
      .where({ id: id('a 1') })
      .update({ created_at: knex.raw(`now() - interval '60 seconds'`) });
    await reconcile(2_000);
    expect(await states()).toMatchObject({ 'a 1': 'published' });
  });
});
