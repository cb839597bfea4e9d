import { Settlement } from '../../transport/EventTransport';
import { DeliveryLog } from '../DeliveryLog';
import { publishAll } from '../publishAll';
import { idsOf, testMessage, testMessages } from '../testMessage';
import { SUBSCRIPTIONS, TransportBench } from '../TransportBench';

/** Starting, closing, and starting again. */
export function describeLifecycle(bench: TransportBench): void {
  const [first] = SUBSCRIPTIONS;

  describe('lifecycle', () => {
    it(
      'refuses to publish and to subscribe before it was started',
      async () => {
        const transport = bench.connect();
        await expect(transport.publish([testMessage()])).rejects.toThrow();
        await expect(
          transport.subscribe(first, async () => 'ack'),
        ).rejects.toThrow();
        expect(await transport.health()).toMatchObject({
          state: 'away',
          message: expect.any(String),
        });
      },
      bench.timeoutMs,
    );

    it(
      'refuses to start without subscriptions, and to subscribe to one it was not started with',
      async () => {
        const transport = bench.connect();
        await expect(transport.start({ subscriptions: [] })).rejects.toThrow();
        await transport.start({ subscriptions: SUBSCRIPTIONS });
        await expect(
          transport.subscribe('changeguard-unknown', async () => 'ack'),
        ).rejects.toThrow('changeguard-unknown');
      },
      bench.timeoutMs,
    );

    it(
      'can be started again, by itself and by another replica, and is fine',
      async () => {
        const transport = await bench.started();
        await transport.start({ subscriptions: SUBSCRIPTIONS });
        const other = await bench.started();
        expect(await transport.health()).toEqual({ state: 'fine' });
        expect(await other.health()).toEqual({ state: 'fine' });
      },
      bench.timeoutMs,
    );

    it(
      'keeps what is published while nobody subscribes, through a restart',
      async () => {
        const before = await bench.started();
        const messages = testMessages(10);
        await publishAll(before, messages);
        await before.close();

        const after = await bench.started();
        const log = new DeliveryLog();
        await after.subscribe(first, log.handler);
        await log.gets(idsOf(messages));
      },
      bench.timeoutMs,
    );

    it(
      'waits for the messages in hand when it closes, and does not bring them again',
      async () => {
        const transport = await bench.started();
        let finish: (settlement: Settlement) => void = () => {};
        const log = new DeliveryLog(
          () =>
            new Promise<Settlement>(resolve => {
              finish = resolve;
            }),
        );
        const subscription = await transport.subscribe(first, log.handler, {
          concurrency: 1,
        });
        const messages = testMessages(3, 'drained');
        await publishAll(transport, messages);
        await log.gets([messages[0].id]);

        const closed = subscription.close();
        finish('ack');
        await closed;
        expect(log.ids()).toEqual([messages[0].id]);

        const rest = new DeliveryLog();
        await transport.subscribe(first, rest.handler);
        await rest.gets(idsOf(messages.slice(1)));
        expect(rest.firstIds()).toEqual(idsOf(messages.slice(1)));
      },
      bench.timeoutMs,
    );

    it(
      'closes although a handler hangs, and gives its message back',
      async () => {
        const transport = await bench.started();
        const hanging = new DeliveryLog(
          () => new Promise<Settlement>(() => {}),
        );
        await transport.subscribe(first, hanging.handler);
        const message = testMessage();
        await publishAll(transport, [message]);
        await hanging.gets([message.id]);
        await transport.close();

        const next = await bench.started();
        const log = new DeliveryLog();
        await next.subscribe(first, log.handler);
        await log.gets([message.id]);
      },
      bench.timeoutMs,
    );

    it(
      'can be closed twice, and does nothing afterwards',
      async () => {
        const transport = await bench.started();
        await transport.close();
        await transport.close();
        await expect(transport.publish([testMessage()])).rejects.toThrow();
      },
      bench.timeoutMs,
    );
  });
}
