import { mockServices } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { Knex } from 'knex';
import { noTelemetry } from '../__testUtils__/noTelemetry';
import { insertOutboxRows } from '../__testUtils__/outboxRows';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { RecordingTransport } from '../__testUtils__/RecordingTransport';
import { waitUntil } from '../__testUtils__/waitUntil';
import { randomIds } from '../ports/Ids';
import { Traces } from '../telemetry/Traces';
import { OutboxRelay } from './OutboxRelay';
import { OutboxStore } from './OutboxStore';

jest.setTimeout(60_000);

describe('OutboxRelay', () => {
  let knex: Knex;
  let outbox: OutboxStore;
  let transport: RecordingTransport;

  const relayWith = (
    options: Partial<ConstructorParameters<typeof OutboxRelay>[0]> = {},
  ) =>
    new OutboxRelay({
      outbox,
      transport,
      ids: randomIds,
      random: () => 0,
      logger: mockServices.logger.mock(),
      ...noTelemetry(),
      ...options,
    });
  const drain = async (relay: OutboxRelay) => {
    while ((await relay.relay()) === 'more');
  };
  const unpublished = async () =>
    (await knex('outbox').whereNull('published_at').orderBy('position')).map(
      ({ payload }) => JSON.parse(payload).name,
    );

  beforeAll(async () => {
    knex = await createTestDatabase();
    outbox = new OutboxStore(knex);
  });

  beforeEach(async () => {
    await knex('outbox').delete();
    transport = new RecordingTransport();
  });

  it('publishes everything once, the events of a change in their order', async () => {
    await insertOutboxRows(knex, [
      ['a', 1],
      ['b', 1],
      ['a', 2],
      ['c', 1],
      ['a', 3],
      ['b', 2],
    ]);
    await drain(relayWith());
    expect(transport.names()).toEqual([
      'a 1',
      'b 1',
      'c 1',
      'a 2',
      'b 2',
      'a 3',
    ]);
    expect(await unpublished()).toEqual([]);
  });

  it('finds an event whose position is lower but which commits later', async () => {
    const late = await knex.transaction();
    await insertOutboxRows(late, [['late', 1]]);
    await insertOutboxRows(knex, [['early', 1]]);
    await drain(relayWith());
    await late.commit();
    await drain(relayWith());
    expect(transport.names()).toEqual(['early 1', 'late 1']);
  });

  it('finds what commits below where it begins at its next look', async () => {
    let ms = 0;
    const relay = relayWith({ now: () => ms, lookMs: 1_000 });
    const late = await knex.transaction();
    await insertOutboxRows(late, [['late', 1]]);
    for (; ms < 3_000; ms += 1_000) {
      await insertOutboxRows(knex, [[`early at ${ms}`, 1]]);
      await drain(relay);
    }
    transport.published.length = 0;
    await late.commit();
    ms -= 1;
    await drain(relay);
    expect(transport.names()).toEqual([]);
    ms += 1;
    await drain(relay);
    expect(transport.names()).toEqual(['late 1']);
  });

  it('keeps an event behind an older one of its change, however far below', async () => {
    let ms = 0;
    const relay = relayWith({ now: () => ms, lookMs: 1_000 });
    const ids = await insertOutboxRows(knex, [['held', 1]]);
    const held = { id: ids.get('held 1') };
    const free = (at: string) =>
      knex('outbox').where(held).update({ next_attempt_at: at });
    await free('infinity');
    for (; ms < 3_000; ms += 1_000) {
      await insertOutboxRows(knex, [[`other at ${ms}`, 1]]);
      await drain(relay);
    }
    transport.published.length = 0;
    const { aggregateid } = await knex('outbox').where(held).first();
    await insertOutboxRows(knex, [['held', 2]], ['audit'], aggregateid);
    await drain(relay);
    expect(transport.names()).toEqual([]);
    await free('-infinity');
    ms += 1_000;
    await drain(relay);
    expect(transport.names()).toEqual(['held 1', 'held 2']);
  });

  it('keeps the order with several relays at work', async () => {
    const changes = Array.from({ length: 20 }, (_, n) => `change-${n}`);
    await insertOutboxRows(
      knex,
      [1, 2, 3, 4, 5].flatMap(sequence =>
        changes.map((change): [string, number] => [change, sequence]),
      ),
    );
    const relays = Array.from({ length: 4 }, () => relayWith());
    await waitUntil('all events are published', async () => {
      await Promise.all(relays.map(drain));
      return (await unpublished()).length === 0;
    });
    expect(transport.published).toHaveLength(100);
    for (const change of changes) {
      expect(
        transport.names().filter(name => name.startsWith(`${change} `)),
      ).toEqual([1, 2, 3, 4, 5].map(sequence => `${change} ${sequence}`));
    }
  });

  it('lets an event that fails hold back only its own change', async () => {
    await insertOutboxRows(knex, [
      ['poison', 1],
      ['poison', 2],
      ['a', 1],
      ['a', 2],
    ]);
    transport.judge = ({ data }) =>
      data.includes('poison') ? new Error('Too large') : null;
    await drain(relayWith({ random: () => 0.999 }));
    expect(transport.names()).toEqual(['a 1', 'a 2']);
    expect(await unpublished()).toEqual(['poison 1', 'poison 2']);
    const [failed] = await knex('outbox').whereNotNull('last_error');
    expect(failed).toMatchObject({
      attempts: 1,
      last_error: 'Too large',
      lease_token: null,
    });
    expect(failed.next_attempt_at.getTime()).toBeGreaterThan(Date.now());
  });

  it('tells of an outage when nothing of a batch went out', async () => {
    await insertOutboxRows(knex, [['a', 1]]);
    const onOutage = jest.fn();
    const relay = relayWith({
      onOutage,
      transport: {
        kind: 'broken',
        publish: async () => {
          throw new Error('The broker is away');
        },
      },
    });
    expect(await relay.relay()).toBe('idle');
    expect(onOutage).toHaveBeenCalledTimes(1);
    await waitUntil('the next attempt succeeds', async () => {
      await drain(relayWith());
      return transport.names().length === 1;
    });
  });

  it('publishes again what a relay published and did not live to mark', async () => {
    await insertOutboxRows(knex, [['a', 1]]);
    const dying = new OutboxStore(knex);
    dying.markPublished = async () => {
      throw new Error('Killed');
    };
    await expect(
      relayWith({ outbox: dying, leaseMs: 300 }).relay(),
    ).rejects.toThrow('Killed');
    expect(await relayWith().relay()).toBe('idle');
    await waitUntil('the lease ends', async () => {
      await drain(relayWith());
      return transport.names().length === 2;
    });
    expect(transport.names()).toEqual(['a 1', 'a 1']);
    expect(transport.published[0].id).toBe(transport.published[1].id);
    expect(await unpublished()).toEqual([]);
  });

  it('refuses the mark of a relay that was frozen beyond its lease', async () => {
    await insertOutboxRows(knex, [['a', 1]]);
    const frozen = { token: randomIds.next(), leaseMs: 1, from: 0n };
    const [claimed] = (await outbox.claim(frozen)).events;
    const next = { token: randomIds.next(), leaseMs: 30_000, from: 0n };
    await waitUntil('another relay claims it', async () => {
      return (await outbox.claim(next)).events.length === 1;
    });
    expect(await outbox.markPublished([claimed.id], frozen.token)).toBe(0);
    const failure = { id: claimed.id, retryInMs: 0, error: 'Late' };
    expect(await outbox.markFailed({ ...failure, token: frozen.token })).toBe(
      0,
    );
    expect(await outbox.markPublished([claimed.id], next.token)).toBe(1);
  });

  it('gives up waiting for a transport that hangs, before its lease ends', async () => {
    await insertOutboxRows(knex, [['a', 1]]);
    const hanging = {
      kind: 'hanging',
      publish: () => new Promise<never>(() => {}),
    };
    await relayWith({ transport: hanging, leaseMs: 200 }).relay();
    const [row] = await knex('outbox');
    expect(row).toMatchObject({
      last_error: 'Publishing took longer than 140 ms',
      lease_token: null,
    });
  });

  it('tells in the span of an event that it was not published', async () => {
    const tracing = tracingServiceMock.mock();
    await insertOutboxRows(knex, [
      ['fine', 1],
      ['poison', 1],
    ]);
    transport.judge = ({ data }) =>
      JSON.parse(data).name === 'poison 1' ? new TypeError('refused') : null;
    await relayWith({ traces: new Traces(tracing) }).relay();

    expect(tracing.startActiveSpan.mock.calls.map(([name]) => name)).toEqual([
      'publish recording',
      'publish recording',
    ]);
    const [fine, poison] = tracing.spans;
    expect(fine.setStatus).not.toHaveBeenCalled();
    expect(poison.setStatus).toHaveBeenCalledWith({
      code: 'error',
      message: 'refused',
    });
    expect(poison.setAttribute).toHaveBeenCalledWith('error.type', 'TypeError');
  });
});
