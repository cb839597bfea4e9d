import assert from 'node:assert/strict';
import { Settlement } from '../../transport/EventTransport';
import { DeliveryLog } from '../DeliveryLog';
import { publishAll } from '../publishAll';
import { idsOf, testMessages } from '../testMessage';
import { SUBSCRIPTIONS } from '../TransportBench';
import { TransportScenario } from '../TransportScenario';

const [first] = SUBSCRIPTIONS;

/** Several replicas share the work of a subscription; any of them can go. */
export const replicasScenarios: TransportScenario[] = [
  {
    it: 'publishes from one replica to a subscriber of another',
    async run(bench) {
      const publisher = await bench.started();
      const subscriber = await bench.started();
      const log = new DeliveryLog();
      await subscriber.subscribe(first, log.handler);
      const messages = testMessages(5);
      await publishAll(publisher, messages);
      await log.gets(idsOf(messages));
    },
  },

  {
    it: 'hands each message to one of two replicas',
    async run(bench) {
      const one = await bench.started();
      const two = await bench.started();
      const log = new DeliveryLog();
      await one.subscribe(first, log.handler);
      await two.subscribe(first, log.handler);
      const messages = testMessages(60);
      await publishAll(one, messages);
      await log.gets(idsOf(messages));
      assert.equal(log.received.length, messages.length);
    },
  },

  {
    it: 'lets a second replica work while the first one is stuck',
    async run(bench) {
      const stuck = await bench.started();
      const well = await bench.started();
      let release: (settlement: Settlement) => void = () => {};
      const stuckLog = new DeliveryLog(
        () =>
          new Promise<Settlement>(resolve => {
            release = resolve;
          }),
      );
      const wellLog = new DeliveryLog();
      const messages = [...testMessages(1, 'stuck'), ...testMessages(19)];
      await stuck.subscribe(first, stuckLog.handler, { concurrency: 1 });
      await publishAll(stuck, messages.slice(0, 1));
      await stuckLog.gets([messages[0].id]);

      await well.subscribe(first, wellLog.handler);
      await publishAll(well, messages.slice(1));
      await wellLog.gets(idsOf(messages.slice(1)));
      release('ack');
    },
  },

  {
    it: 'lets a second replica take over when the first one closes',
    async run(bench) {
      const leaving = await bench.started();
      const staying = await bench.started();
      const leavingLog = new DeliveryLog();
      const stayingLog = new DeliveryLog();
      const messages = testMessages(10, 'one-key');
      await leaving.subscribe(first, leavingLog.handler);
      await publishAll(leaving, messages.slice(0, 5));
      await leavingLog.gets(idsOf(messages.slice(0, 5)));
      await leaving.close();

      await staying.subscribe(first, stayingLog.handler);
      await publishAll(staying, messages.slice(5));
      await stayingLog.gets(idsOf(messages.slice(5)));
      assert.deepEqual(stayingLog.firstIds(), idsOf(messages.slice(5)));
    },
  },
];
