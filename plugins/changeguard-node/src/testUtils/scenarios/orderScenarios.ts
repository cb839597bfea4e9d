import assert from 'node:assert/strict';
import { Settlement } from '../../transport/EventTransport';
import { DeliveryLog } from '../DeliveryLog';
import { publishAll } from '../publishAll';
import { idsOf, testMessages } from '../testMessage';
import { SUBSCRIPTIONS } from '../TransportBench';
import { TransportScenario } from '../TransportScenario';

const [first] = SUBSCRIPTIONS;

/** Messages of one key come in their order, one at a time; keys do not wait for each other. */
export const orderScenarios: TransportScenario[] = [
  {
    it: 'keeps the order of each of many keys, in one batch and across batches',
    async run(bench) {
      const transport = await bench.started();
      const log = new DeliveryLog();
      const perKey = Array.from({ length: 12 }, (_, index) =>
        testMessages(8, `key-${index}`),
      );
      const rounds = [0, 2, 4, 6].map(from =>
        [from, from + 1].flatMap(n => perKey.map(messages => messages[n])),
      );

      await publishAll(transport, rounds[0]);
      await transport.subscribe(first, log.handler);
      for (const round of rounds.slice(1)) await publishAll(transport, round);

      await log.gets(idsOf(perKey.flat()));
      for (const messages of perKey) {
        assert.deepEqual(
          log.firstIds(messages[0].orderingKey),
          idsOf(messages),
        );
      }
    },
  },

  {
    it: 'hands over one message of a key at a time',
    async run(bench) {
      const transport = await bench.started();
      const busy = new Set<string>();
      let overlaps = 0;
      const log = new DeliveryLog(
        async ({ orderingKey }): Promise<Settlement> => {
          if (busy.has(orderingKey)) overlaps += 1;
          busy.add(orderingKey);
          await new Promise(resolve => setImmediate(resolve));
          busy.delete(orderingKey);
          return 'ack';
        },
      );
      await transport.subscribe(first, log.handler, { concurrency: 20 });
      const messages = ['a', 'b', 'c'].flatMap(key => testMessages(20, key));
      await publishAll(transport, messages);
      await log.gets(idsOf(messages));
      assert.equal(overlaps, 0);
    },
  },

  {
    it: 'lets other keys pass a key whose message fails again and again',
    async run(bench) {
      const transport = await bench.started();
      let healed = false;
      const log = new DeliveryLog(({ orderingKey }) =>
        orderingKey === 'poisoned' && !healed ? 'retry' : 'ack',
      );
      await transport.subscribe(first, log.handler, { concurrency: 2 });
      const poisoned = testMessages(5, 'poisoned');
      await publishAll(transport, poisoned);
      await log.until(
        'the poisoned message to come twice',
        () => log.ids().filter(id => id === poisoned[0].id).length >= 2,
      );

      const others = testMessages(30);
      await publishAll(transport, others);
      await log.gets(idsOf(others));

      healed = true;
      const before = log.received.length;
      await log.until('the healed key', () => {
        return log.ids().slice(before).includes(poisoned[0].id);
      });
      await log.gets(idsOf(poisoned));
    },
  },
];
