import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Settlement } from '../../transport/EventTransport';
import { DeliveryLog } from '../DeliveryLog';
import { publishAll } from '../publishAll';
import { idsOf, testMessage, testMessages } from '../testMessage';
import { SUBSCRIPTIONS } from '../TransportBench';
import { TransportScenario } from '../TransportScenario';

const [first, second] = SUBSCRIPTIONS;

/** Everything published reaches everybody, unchanged. */
export const deliveryScenarios: TransportScenario[] = [
  {
    it: 'reaches every subscription, whether it subscribes before or after the publishing',
    async run(bench) {
      const transport = await bench.started();
      const early = new DeliveryLog();
      const late = new DeliveryLog();
      await transport.subscribe(first, early.handler);

      const messages = testMessages(30);
      await publishAll(transport, messages);
      await transport.subscribe(second, late.handler);

      await early.gets(idsOf(messages));
      await late.gets(idsOf(messages));
    },
  },

  {
    it: 'keeps bodies of 256 KB and attributes as they are',
    async run(bench) {
      const transport = await bench.started();
      const log = new DeliveryLog();
      await transport.subscribe(first, log.handler);

      const bigId = randomUUID();
      const big = testMessage({
        id: bigId,
        data: JSON.stringify({ text: 'ä"\\\n漢🙂'.repeat(20_000) }).slice(
          0,
          110_000,
        ),
        attributes: {
          eventId: bigId,
          type: 'schema-change.updated',
          traceparent:
            '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
          odd: 'quote " backslash \\ brace } 漢',
        },
      });
      const ascii = testMessage({ data: 'x'.repeat(256 * 1024) });
      await publishAll(transport, [big, ascii]);

      await log.gets([big.id, ascii.id]);
      for (const sent of [big, ascii]) {
        const got = log.received.find(message => message.id === sent.id);
        assert.deepEqual(got, { ...sent, attempt: got?.attempt });
        assert.ok(Number(got?.attempt) >= 1);
      }
    },
  },

  {
    it: 'answers an empty batch with no outcomes',
    async run(bench) {
      const transport = await bench.started();
      assert.deepEqual(await transport.publish([]), []);
    },
  },

  {
    it: 'hands over no more messages at a time than asked for',
    async run(bench) {
      const transport = await bench.started();
      let inHand = 0;
      let most = 0;
      const log = new DeliveryLog(async (): Promise<Settlement> => {
        inHand += 1;
        most = Math.max(most, inHand);
        await new Promise(resolve => setImmediate(resolve));
        inHand -= 1;
        return 'ack';
      });
      const messages = testMessages(40);
      await publishAll(transport, messages);
      await transport.subscribe(first, log.handler, { concurrency: 3 });
      await log.gets(idsOf(messages));
      assert.ok(most <= 3, `${most} at a time`);
    },
  },

  {
    it: 'hands over no more messages at a time than asked for when handlers take as long as they may',
    async run(bench) {
      const transport = await bench.started();
      let inHand = 0;
      let most = 0;
      const log = new DeliveryLog(async (_, signal): Promise<Settlement> => {
        inHand += 1;
        most = Math.max(most, inHand);
        await new Promise(resolve => {
          signal.addEventListener('abort', resolve, { once: true });
        });
        inHand -= 1;
        return 'ack';
      });
      const messages = testMessages(6);
      await publishAll(transport, messages);
      await transport.subscribe(first, log.handler, { concurrency: 2 });
      await log.gets(idsOf(messages));
      assert.equal(most, 2);
    },
  },
];
