import {
  MessageHandler,
  TransportMessage,
} from '@changeguard/backstage-plugin-changeguard-node';
import { status } from '@grpc/grpc-js';
import { PubSubSimulator } from '@changeguard/pubsub-simulator';
import { randomUUID } from 'node:crypto';
import { GooglePubSubTransport } from './GooglePubSubTransport';
import { Received } from './__testUtils__/Received';
import { simulatedTransport } from './__testUtils__/simulatedTransport';

const SUBSCRIPTION = 'changeguard-audit';
const start = { subscriptions: [SUBSCRIPTION] };
const published = { outcome: 'published' };

function message(orderingKey = 'change'): TransportMessage {
  return {
    id: randomUUID(),
    orderingKey,
    data: '{}',
    attributes: { type: 'schema-change.announced' },
  };
}

describe('GooglePubSubTransport when Pub/Sub misbehaves', () => {
  let simulator: PubSubSimulator;
  let transport: GooglePubSubTransport;
  const received = () => new Received();

  beforeEach(async () => {
    simulator = new PubSubSimulator({ backoffMs: 20 });
    await simulator.listen();
    transport = simulatedTransport(simulator);
    await transport.start(start);
  });

  afterEach(async () => {
    await transport.close();
    await simulator.close();
  });

  it('tells which message of a batch failed, and publishes its key again afterwards', async () => {
    const log = received();
    await transport.subscribe(SUBSCRIPTION, log.handler);
    const [refused, other, next] = [message('a'), message('b'), message('a')];
    simulator.publishFaults.push({
      when: 'before',
      code: status.INVALID_ARGUMENT,
    });
    const outcomes = await transport.publish([refused, other]);
    expect(outcomes).toEqual([
      { outcome: 'failed', error: expect.objectContaining({ code: 3 }) },
      published,
    ]);

    expect(await transport.publish([next])).toEqual([published]);
    await log.gets([other.id, next.id]);
    expect(log.ids).not.toContain(refused.id);
  });

  it('tries a publish again that failed in passing before its effect', async () => {
    const log = received();
    await transport.subscribe(SUBSCRIPTION, log.handler);
    simulator.publishFaults.push({ when: 'before', code: status.UNAVAILABLE });
    const one = message();
    expect(await transport.publish([one])).toEqual([published]);
    await log.gets([one.id]);
  });

  it('delivers a message twice whose publish failed after its effect', async () => {
    const log = received();
    await transport.subscribe(SUBSCRIPTION, log.handler);
    simulator.publishFaults.push({ when: 'after', code: status.UNAVAILABLE });
    const one = message();
    expect(await transport.publish([one])).toEqual([published]);
    await log.gets([one.id], 2);
  });

  it('gives up a publish that is never answered, and tries again', async () => {
    simulator.publishFaults.push({ when: 'hang' });
    const before = Date.now();
    expect(await transport.publish([message()])).toEqual([published]);
    expect(Date.now() - before).toBeLessThan(10_000);
  }, 20_000);

  it('passes duplicates and the wrong order on, for the inbox to sort out', async () => {
    const log = received();
    const { faults } = simulator.subscription(SUBSCRIPTION);
    faults.duplicate = true;
    faults.reorder = true;
    const messages = Array.from({ length: 10 }, () => message());
    await transport.publish(messages);
    await transport.subscribe(SUBSCRIPTION, log.handler);
    const ids = messages.map(({ id }) => id);
    await log.gets(ids, 2);
    expect(new Set(log.ids)).toEqual(new Set(ids));
  });

  it('receives a message again whose acknowledgement was lost', async () => {
    const log = received();
    simulator.subscription(SUBSCRIPTION).faults.loseAcknowledgements = 1;
    await transport.subscribe(SUBSCRIPTION, log.handler);
    const one = message();
    await transport.publish([one]);
    await log.gets([one.id], 2);
    expect(log.count(one.id)).toBe(2);
  });

  it('does not let changes whose handlers hang hold up the others, when there are more of them than hands', async () => {
    const patient = simulatedTransport(simulator, {}, undefined, {
      handlerDeadlineMs: 60_000,
    });
    await patient.start(start);
    const hanging = Array.from({ length: 15 }, (_, n) => message(`hung ${n}`));
    const sound = Array.from({ length: 40 }, (_, n) => message(`sound ${n}`));
    const log = received();
    let aborted = 0;
    const handler: MessageHandler = async (got, context) => {
      await log.handler(got, context);
      if (!got.orderingKey.startsWith('hung')) return 'ack';
      return new Promise(resolve => {
        context.signal.addEventListener('abort', () => {
          aborted += 1;
          resolve('retry');
        });
      });
    };
    await patient.subscribe(SUBSCRIPTION, handler, { mostSlow: 100 });
    await patient.publish([...hanging, ...sound]);
    await log.gets([...hanging, ...sound].map(({ id }) => id));
    expect(aborted).toBe(0);
    await patient.close();
    expect(aborted).toBe(hanging.length);
  });

  it('receives a message again whose lease ended', async () => {
    const log = received();
    let letGo: () => void = () => {};
    const inHand = new Promise<void>(resolve => {
      transport.subscribe(SUBSCRIPTION, async (got, context) => {
        await log.handler(got, context);
        if (log.ids.length > 1) return 'ack';
        resolve();
        await new Promise<void>(release => {
          letGo = release;
        });
        return 'ack';
      });
    });
    const one = message();
    await transport.publish([one]);
    await inHand;
    simulator.subscription(SUBSCRIPTION).expireLeases();
    letGo();
    await log.gets([one.id], 2);
    expect(log.count(one.id)).toBe(2);
  });

  it('keeps signs of life of its own from the handlers', async () => {
    const beating = simulatedTransport(simulator, {}, 5);
    await beating.start(start);
    const log = received();
    await beating.subscribe(SUBSCRIPTION, log.handler);
    const messages = Array.from({ length: 10 }, () => message());
    for (const each of messages) await beating.publish([each]);
    await log.gets(messages.map(({ id }) => id));
    await beating.close();
    expect(log.ids).toHaveLength(messages.length);
    expect(simulator.publishedCount).toBeGreaterThan(messages.length);
  });

  it('goes on after its streams were cut', async () => {
    const log = received();
    await transport.subscribe(SUBSCRIPTION, log.handler);
    const [one, two] = [message(), message()];
    await transport.publish([one]);
    await log.gets([one.id]);
    simulator
      .subscription(SUBSCRIPTION)
      .endStreams(status.PERMISSION_DENIED, 'revoked');
    await transport.publish([two]);
    await log.gets([two.id]);
    expect(await transport.health()).toEqual({ state: 'fine' });
  });

  it('makes topic and subscription again when they were deleted, and works on', async () => {
    const log = received();
    await transport.subscribe(SUBSCRIPTION, log.handler);
    simulator.deleteTopic('changeguard-events');
    expect(await transport.health()).toEqual({
      state: 'away',
      message: expect.stringContaining('changeguard-events'),
    });

    const [lost, next] = [message(), message()];
    expect(await transport.publish([lost])).toEqual([
      { outcome: 'failed', error: expect.objectContaining({ code: 5 }) },
    ]);
    expect(await transport.publish([next])).toEqual([published]);
    await log.gets([next.id]);
    expect(await transport.health()).toEqual({ state: 'fine' });
  });

  it('makes a deleted subscription again when its stream ends', async () => {
    const log = received();
    const warm = message();
    await transport.subscribe(SUBSCRIPTION, log.handler);
    await transport.publish([warm]);
    await log.gets([warm.id]);
    simulator.deleteSubscription(SUBSCRIPTION);
    expect(await transport.health()).toEqual({
      state: 'away',
      message: expect.stringContaining(SUBSCRIPTION),
    });
    await transport.start(start);
    const one = message();
    await transport.publish([one]);
    await log.gets([one.id]);
    expect(await transport.health()).toEqual({ state: 'fine' });
  });

  it('publishes nothing to a topic whose subscription is gone, where it may not make it again', async () => {
    const verifying = simulatedTransport(simulator, { topology: 'verify' });
    await verifying.start(start);
    const log = received();
    await verifying.subscribe(SUBSCRIPTION, log.handler);
    const warm = message();
    await verifying.publish([warm]);
    await log.gets([warm.id]);

    simulator.deleteSubscription(SUBSCRIPTION);
    let refused: unknown;
    while (!refused) {
      const [outcome] = await verifying.publish([message()]);
      if (outcome.outcome === 'failed') refused = outcome.error;
    }
    expect(String(refused)).toContain(`${SUBSCRIPTION} is missing`);
    const before = simulator.publishedCount;
    expect(await verifying.publish([message()])).toMatchObject([
      { outcome: 'failed' },
    ]);
    expect(simulator.publishedCount).toBe(before);
    await verifying.close();
  });

  it('can spread changes over a few ordering keys, and hands each message over with its own', async () => {
    const spread = simulatedTransport(simulator, { orderingKeys: 2 });
    await spread.start(start);
    const sent = ['a', 'b', 'c', 'a', 'b', 'c'].map(key => message(key));
    const seen: TransportMessage[] = [];
    await new Promise<void>(resolve => {
      spread.subscribe(SUBSCRIPTION, async ({ attempt: _, ...got }) => {
        if (seen.push(got) === sent.length) resolve();
        return 'ack';
      });
      spread.publish(sent);
    });
    await spread.close();
    for (const key of ['a', 'b', 'c']) {
      const ofKey = (each: TransportMessage) => each.orderingKey === key;
      expect(seen.filter(ofKey)).toEqual(
        sent.filter(ofKey).map(each => ({
          ...each,
          attributes: { ...each.attributes, eventId: each.id },
        })),
      );
    }
  });

  it('closes within its time while a publish hangs', async () => {
    simulator.publishFaults.push({ when: 'hang' });
    const outcome = transport.publish([message()]);
    const before = Date.now();
    await transport.close();
    expect(Date.now() - before).toBeLessThan(4_000);
    expect((await outcome)[0].outcome).toBe('failed');
  }, 20_000);
});
