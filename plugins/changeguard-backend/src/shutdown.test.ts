import {
  ChannelDelivery,
  ChannelMessage,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { endLeasesSql } from './__testUtils__/faults/endLeasesSql';
import {
  createTestDatabase,
  PipelineBench,
} from './__testUtils__/PipelineBench';
import { waitUntil } from './__testUtils__/waitUntil';

jest.setTimeout(60_000);

/** A channel that keeps what it was given in hand until it is let go. */
class SlowChannel implements NotificationChannel {
  readonly id = 'slow';
  readonly subscriber = 'slow';
  readonly preference = 'inApp';
  readonly batchSize = 100;
  readonly inHand: (() => void)[] = [];

  async send(_message: ChannelMessage, deliveries: readonly ChannelDelivery[]) {
    await new Promise<void>(resolve => {
      this.inHand.push(resolve);
    });
    return deliveries.map(() => ({ outcome: 'delivered' as const }));
  }

  letGo(): void {
    this.inHand.forEach(go => go());
  }
}

describe('stopping the pipeline', () => {
  let knex: Knex;
  let channel: SlowChannel;

  const states = async () => {
    const rows = await knex('deliveries').where({ channel: 'slow' });
    return new Set(rows.map(({ state }) => state));
  };
  /** Who waits for something that hangs longer than it must gets it back, and gives up its lease. */
  const leased = async (table: string, where: object) =>
    (await knex(table).where(where).whereNotNull('lease_token')).length > 0;
  const begin = async (drainMs: number) => {
    const bench = new PipelineBench(knex, {
      channels: [channel],
      times: { drainMs },
    });
    await bench.pipeline.start();
    await bench.record();
    await waitUntil('a delivery is in hand', () => channel.inHand.length > 0);
    return bench.pipeline;
  };

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  beforeEach(async () => {
    await knex.raw(
      'truncate schema_changes, outbox, inbox, transport_messages cascade',
    );
    channel = new SlowChannel();
  });

  it('finishes what is in hand, and writes down what became of it', async () => {
    const pipeline = await begin(10_000);
    let stopped = false;
    const stopping = pipeline.stop().then(() => {
      stopped = true;
    });
    expect(await states()).toEqual(new Set(['pending']));
    expect(stopped).toBe(false);
    channel.letGo();
    await stopping;
    expect(await states()).toEqual(new Set(['delivered']));
  });

  it('does not wait for a channel that hangs; another replica takes over when the lease ends', async () => {
    const pipeline = await begin(500);
    await pipeline.stop();
    expect(await states()).toEqual(new Set(['pending']));
    expect(await leased('deliveries', { channel: 'slow' })).toBe(true);

    const hanging = channel;
    channel = new SlowChannel();
    const other = new PipelineBench(knex, { channels: [channel] });
    await knex.raw(endLeasesSql);
    await other.pipeline.start();
    await waitUntil('the other one sends it', () => channel.inHand.length > 0);
    channel.letGo();
    await waitUntil('it is delivered', async () => {
      channel.letGo();
      return !(await states()).has('pending');
    });
    hanging.letGo();
    await other.pipeline.stop();
    expect(await states()).toEqual(new Set(['delivered']));
  });

  it('does not wait for a subscriber that hangs, whose event comes again', async () => {
    let calls = 0;
    const handled: string[] = [];
    const subscriber = {
      id: 'hanging',
      handle: async ({ id }: { id: string }) => {
        if (++calls === 1) await new Promise(() => {});
        handled.push(id);
      },
    };
    const bench = new PipelineBench(knex, {
      subscribers: [subscriber],
      times: { drainMs: 500 },
    });
    await bench.pipeline.start();
    await bench.record();
    await waitUntil('it hangs', () => calls === 1);
    await bench.pipeline.stop();
    expect(handled).toEqual([]);
    expect(
      await leased('transport_messages', {
        subscription: 'changeguard-hanging',
      }),
    ).toBe(true);
  });
});
