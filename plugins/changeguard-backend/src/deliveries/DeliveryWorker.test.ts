import { mockServices } from '@backstage/backend-test-utils';
import {
  ChannelDelivery,
  ChannelMessage,
  DeliveryOutcome,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { noTelemetry } from '../__testUtils__/noTelemetry';
import { waitUntil } from '../__testUtils__/waitUntil';
import { randomIds } from '../ports/Ids';
import { BackstageNotificationsChannel } from '../channels/BackstageNotificationsChannel';
import { DeliveryLedger } from './DeliveryLedger';
import { DeliveryStore } from './DeliveryStore';
import { DeliveryWorker } from './DeliveryWorker';

jest.setTimeout(60_000);

class RecordingChannel implements NotificationChannel {
  readonly id = 'pigeon';
  readonly subscriber = 'pigeon';
  readonly preference = 'inApp';
  batchSize = 2;
  readonly calls: { eventId: string; deliveries: ChannelDelivery[] }[] = [];
  answer: (delivery: ChannelDelivery) => DeliveryOutcome = () => ({
    outcome: 'delivered',
  });

  async send(
    { eventId }: ChannelMessage,
    deliveries: readonly ChannelDelivery[],
  ) {
    this.calls.push({ eventId, deliveries: [...deliveries] });
    return deliveries.map(this.answer);
  }
}

describe('DeliveryWorker', () => {
  let knex: Knex;
  let changeId: string;
  let channel: RecordingChannel;
  let deliveries: DeliveryStore;

  const worker = (
    options: Partial<ConstructorParameters<typeof DeliveryWorker>[0]> = {},
  ) =>
    new DeliveryWorker({
      channel,
      deliveries,
      ids: randomIds,
      random: () => 0,
      logger: mockServices.logger.mock(),
      ...noTelemetry(),
      ...options,
    });
  const drain = async (one: DeliveryWorker) => {
    while ((await one.deliver()) === 'more');
  };
  const freeze = async (...recipients: string[]) => {
    const eventId = randomIds.next();
    const message: ChannelMessage = {
      eventId,
      changeId,
      entityRef: 'api:default/orders',
      type: 'announced',
      topic: 'breaking-change',
      severity: 'breaking',
      title: 'A title',
      body: 'A body',
      link: `/changeguard/changes/${changeId}`,
      at: '2026-01-01T00:00:00.000Z',
      change: {
        title: 'A title',
        description: '',
        severity: 'breaking',
        status: 'announced',
        effectiveAt: null,
        sunsetAt: null,
        migrationGuide: null,
        replacement: null,
        findings: [],
      },
      comment: null,
    };
    await knex.transaction(tx =>
      new DeliveryLedger({ ids: randomIds }).freeze(
        tx,
        channel.id,
        message,
        recipients.map(userRef => ({ userRef, reason: 'you own it' })),
      ),
    );
    return eventId;
  };
  const states = async () =>
    Object.fromEntries(
      (await knex('deliveries').orderBy('recipient')).map(row => [
        row.recipient,
        row.state,
      ]),
    );

  beforeAll(async () => {
    knex = await createTestDatabase();
    deliveries = new DeliveryStore(knex);
    changeId = randomIds.next();
    await knex('schema_changes').insert({
      id: changeId,
      entity_ref: 'api:default/orders',
      title: 'A title',
      description: '',
      format: 'other',
      severity: 'breaking',
      status: 'announced',
      source: 'manual',
      created_by: 'user:default/alice',
    });
  });

  beforeEach(async () => {
    await knex('deliveries').delete();
    await knex('channel_messages').delete();
    channel = new RecordingChannel();
  });

  it('sends in batches of one event, each delivery once', async () => {
    const first = await freeze('user:x/a', 'user:x/b', 'user:x/c');
    const second = await freeze('user:x/a');
    await drain(worker());
    expect(
      channel.calls.map(call => [
        call.eventId,
        call.deliveries.map(({ recipient }) => recipient),
      ]),
    ).toEqual([
      [first, ['user:x/a', 'user:x/b']],
      [first, ['user:x/c']],
      [second, ['user:x/a']],
    ]);
    expect(channel.calls[0].deliveries[0]).toEqual({
      id: expect.any(String),
      recipient: 'user:x/a',
      reason: 'you own it',
      attempt: 1,
    });
    const settled = await knex('deliveries').whereNotNull('settled_at');
    expect(settled).toHaveLength(4);
  });

  it('shares the work between workers, nobody is reached twice', async () => {
    const recipients = Array.from({ length: 40 }, (_, n) => `user:x/${n}`);
    await freeze(...recipients);
    await waitUntil('all are delivered', async () => {
      await Promise.all([1, 2, 3].map(() => drain(worker())));
      return !Object.values(await states()).includes('pending');
    });
    const reached = channel.calls.flatMap(call =>
      call.deliveries.map(({ recipient }) => recipient),
    );
    expect(reached.sort()).toEqual([...recipients].sort());
  });

  it('freezes a recipient once, however often an event is handled', async () => {
    await freeze('user:x/a');
    const [row] = await knex('channel_messages');
    await knex.transaction(tx =>
      new DeliveryLedger({ ids: randomIds }).freeze(
        tx,
        channel.id,
        row.message,
        [{ userRef: 'user:x/a', reason: 'again' }],
      ),
    );
    expect(await knex('deliveries')).toMatchObject([{ reason: 'you own it' }]);
  });

  it('keeps what cannot be delivered apart from what was refused', async () => {
    await freeze('user:x/a', 'user:x/b', 'user:x/c');
    channel.answer = ({ recipient }) => {
      if (recipient === 'user:x/a') return { outcome: 'delivered' };
      return recipient === 'user:x/b'
        ? { outcome: 'undeliverable', message: 'No address' }
        : { outcome: 'rejected', message: 'Mailbox does not exist' };
    };
    await drain(worker());
    expect(await states()).toEqual({
      'user:x/a': 'delivered',
      'user:x/b': 'undeliverable',
      'user:x/c': 'dead',
    });
    expect(await knex('deliveries').orderBy('recipient')).toMatchObject([
      { last_error: null },
      { last_error: 'No address' },
      { last_error: 'Mailbox does not exist' },
    ]);
  });

  it('tries again later what failed, with the same id', async () => {
    await freeze('user:x/a');
    channel.answer = ({ attempt }) =>
      attempt === 1
        ? { outcome: 'failed', message: 'Greylisted' }
        : { outcome: 'delivered' };
    await worker({ random: () => 0.99 }).deliver();
    const [failed] = await knex('deliveries');
    expect(failed).toMatchObject({
      state: 'pending',
      attempts: 1,
      last_error: 'Greylisted',
    });
    expect(failed.next_attempt_at.getTime()).toBeGreaterThan(
      Date.now() + 5_000,
    );
    expect(await worker().deliver()).toBe('idle');
    await knex('deliveries').update({ next_attempt_at: knex.fn.now() });
    await drain(worker());
    expect(await states()).toEqual({ 'user:x/a': 'delivered' });
    const sentIds = channel.calls.map(call => call.deliveries[0].id);
    expect(new Set(sentIds).size).toBe(1);
  });

  it('gives up after twelve attempts', async () => {
    await freeze('user:x/a');
    channel.answer = () => ({ outcome: 'failed', message: 'Away' });
    await drain(worker());
    expect(channel.calls).toHaveLength(12);
    expect(await states()).toEqual({ 'user:x/a': 'dead' });
  });

  it('takes a rejection for a failure of all, and a missing answer for one', async () => {
    await freeze('user:x/a', 'user:x/b');
    channel.send = async () => {
      throw new Error('No connection');
    };
    await worker().deliver();
    channel.send = async () => [{ outcome: 'delivered' }];
    await worker().deliver();
    expect(await knex('deliveries').orderBy('recipient')).toMatchObject([
      { state: 'delivered' },
      {
        state: 'pending',
        last_error: 'The channel did not answer for this delivery',
      },
    ]);
  });

  it('repeats what a worker sent and did not live to settle, with the same id', async () => {
    await freeze('user:x/a');
    const dying = new DeliveryStore(knex);
    dying.settle = async () => {
      throw new Error('Killed');
    };
    await expect(
      worker({ deliveries: dying, leaseMs: 300 }).deliver(),
    ).rejects.toThrow('Killed');
    expect(await worker().deliver()).toBe('idle');
    await waitUntil('the lease ends', async () => {
      await drain(worker());
      return channel.calls.length === 2;
    });
    expect(channel.calls[0].deliveries[0].id).toBe(
      channel.calls[1].deliveries[0].id,
    );
    expect(channel.calls[1].deliveries[0].attempt).toBe(2);
  });

  it.each([
    ['before', false],
    ['after', true],
  ])(
    'does not repeat what it sent when the database was away for a moment, %s it was settled',
    async (_, settledMeanwhile) => {
      await freeze('user:x/a', 'user:x/b');
      const away = new DeliveryStore(knex);
      const lost = new Error('Connection terminated unexpectedly');
      let calls = 0;
      away.settle = async (token, settled) => {
        calls++;
        if (calls === 1 && !settledMeanwhile) throw lost;
        const now = await deliveries.settle(token, settled);
        if (calls === 1) throw lost;
        return now;
      };
      const warned = jest.fn();
      const moved = jest.fn();
      await worker({
        deliveries: away,
        logger: mockServices.logger.mock({ warn: warned }),
        onMoved: moved,
      }).deliver();
      expect(await states()).toEqual({
        'user:x/a': 'delivered',
        'user:x/b': 'delivered',
      });
      expect(channel.calls).toHaveLength(1);
      expect(moved).toHaveBeenCalledTimes(1);
      expect(warned.mock.calls).toEqual([
        [
          'What became of 2 deliveries of pigeon could not be written; it is tried until their lease ends',
          lost,
        ],
      ]);
    },
  );

  it('writes what became of the others when it cannot be written of one', async () => {
    await freeze('user:x/a', 'user:x/b');
    channel.answer = ({ recipient }) =>
      recipient === 'user:x/a'
        ? { outcome: 'rejected', message: 'Refused' }
        : { outcome: 'delivered' };
    const failing = new DeliveryStore(knex);
    failing.settle = async (token, settled) => {
      if (settled.state === 'dead') throw new Error('A mistake of ours');
      return deliveries.settle(token, settled);
    };
    await expect(worker({ deliveries: failing }).deliver()).rejects.toThrow(
      'A mistake of ours',
    );
    expect(await states()).toEqual({
      'user:x/a': 'pending',
      'user:x/b': 'delivered',
    });
  });

  it('keeps whatever a channel says of a failure', async () => {
    await freeze('user:x/a');
    channel.answer = () => ({ outcome: 'rejected', message: 'No \0 such' });
    await worker().deliver();
    expect(await knex('deliveries')).toMatchObject([
      { state: 'dead', last_error: 'No \uFFFD such' },
    ]);
  });

  it('tells the portal of a crowd in chunks, and goes on after a crash between two without repeating any', async () => {
    const people = Array.from({ length: 250 }, (_, n) => `user:x/${1_000 + n}`);
    const chunks: string[][] = [];
    let crash = true;
    const portal = Object.assign(
      new BackstageNotificationsChannel({
        notifications: {
          send: async ({ recipients }) => {
            if (chunks.length === 1 && crash) throw new Error('Killed');
            if (recipients.type !== 'entity') throw new Error('Not by name');
            chunks.push([recipients.entityRef].flat());
          },
        },
      }),
      { id: 'pigeon' },
    );
    await freeze(...people);
    const dying = new DeliveryStore(knex);
    const settle = dying.settle.bind(dying);
    dying.settle = async (token, settled) => {
      if (settled.state !== 'delivered') throw new Error('Killed');
      return settle(token, settled);
    };
    await expect(
      drain(worker({ channel: portal, deliveries: dying, leaseMs: 300 })),
    ).rejects.toThrow('Killed');
    expect(chunks.map(({ length }) => length)).toEqual([100]);

    crash = false;
    await waitUntil('everybody is told', async () => {
      await drain(worker({ channel: portal }));
      return !Object.values(await states()).includes('pending');
    });
    expect(chunks.every(({ length }) => length <= 100)).toBe(true);
    expect(chunks.flat().sort()).toEqual(people);
  });

  it('refuses the outcome of a worker that was frozen beyond its lease', async () => {
    await freeze('user:x/a');
    const frozen = randomIds.next();
    const next = randomIds.next();
    const options = { channel: channel.id, limit: 10 };
    await deliveries.claim({ ...options, token: frozen, leaseMs: 1 });
    await waitUntil(
      'another worker claims it',
      async () =>
        (await deliveries.claim({
          ...options,
          token: next,
          leaseMs: 30_000,
        })) !== null,
    );
    const [{ id }] = await knex('deliveries');
    const dead = {
      ids: [id],
      state: 'dead',
      error: 'x',
      retryInMs: 0,
    } as const;
    expect(await deliveries.settle(frozen, dead)).toBe(0);
    expect(await deliveries.settle(next, { ...dead, state: 'delivered' })).toBe(
      1,
    );
    expect(await states()).toEqual({ 'user:x/a': 'delivered' });
  });

  it('does not wait for a channel that hangs beyond its lease', async () => {
    await freeze('user:x/a');
    channel.send = (_message, _deliveries) => new Promise(() => {});
    await worker({ leaseMs: 200 }).deliver();
    expect(await knex('deliveries')).toMatchObject([
      {
        state: 'pending',
        last_error: 'The channel pigeon took longer than 160 ms',
      },
    ]);
  });
});
