import assert from 'node:assert/strict';
import { Settlement } from '../../transport/EventTransport';
import { DeliveryLog } from '../DeliveryLog';
import { publishAll } from '../publishAll';
import { idsOf, testMessage, testMessages } from '../testMessage';
import { SUBSCRIPTIONS } from '../TransportBench';
import { TransportScenario } from '../TransportScenario';

const [first] = SUBSCRIPTIONS;

/** Starting, closing, and starting again. */
export const lifecycleScenarios: TransportScenario[] = [
  {
    it: 'refuses to publish and to subscribe before it was started',
    async run(bench) {
      const transport = bench.connect();
      await assert.rejects(transport.publish([testMessage()]));
      await assert.rejects(transport.subscribe(first, async () => 'ack'));
      assert.equal((await transport.health()).state, 'away');
    },
  },

  {
    it: 'refuses to start without subscriptions, and to subscribe to one it was not started with',
    async run(bench) {
      const transport = bench.connect();
      await assert.rejects(transport.start({ subscriptions: [] }));
      await transport.start({ subscriptions: SUBSCRIPTIONS });
      await assert.rejects(
        transport.subscribe('changeguard-unknown', async () => 'ack'),
        /changeguard-unknown/,
      );
    },
  },

  {
    it: 'can be started again, by itself and by another replica, and is fine',
    async run(bench) {
      const transport = await bench.started();
      await transport.start({ subscriptions: SUBSCRIPTIONS });
      const other = await bench.started();
      assert.deepEqual(await transport.health(), { state: 'fine' });
      assert.deepEqual(await other.health(), { state: 'fine' });
    },
  },

  {
    it: 'keeps what is published while nobody subscribes, through a restart',
    async run(bench) {
      const before = await bench.started();
      const messages = testMessages(10);
      await publishAll(before, messages);
      await before.close();

      const after = await bench.started();
      const log = new DeliveryLog();
      await after.subscribe(first, log.handler);
      await log.gets(idsOf(messages));
    },
  },

  {
    it: 'waits for the messages in hand when it closes, and does not bring them again',
    async run(bench) {
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
      assert.deepEqual(log.ids(), [messages[0].id]);

      const rest = new DeliveryLog();
      await transport.subscribe(first, rest.handler);
      await rest.gets(idsOf(messages.slice(1)));
      assert.deepEqual(rest.firstIds(), idsOf(messages.slice(1)));
    },
  },

  {
    it: 'closes although a handler hangs, and gives its message back',
    async run(bench) {
      const transport = await bench.started();
      const hanging = new DeliveryLog(() => new Promise<Settlement>(() => {}));
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
  },

  {
    it: 'can be closed twice, and does nothing afterwards',
    async run(bench) {
      const transport = await bench.started();
      await transport.close();
      await transport.close();
      await assert.rejects(transport.publish([testMessage()]));
    },
  },
];
