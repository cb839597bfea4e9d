import assert from 'node:assert/strict';
import { Settlement } from '../../transport/EventTransport';
import { DeliveryLog } from '../DeliveryLog';
import { publishAll } from '../publishAll';
import { testMessage } from '../testMessage';
import { SUBSCRIPTIONS } from '../TransportBench';
import { TransportScenario } from '../TransportScenario';

const [first, second] = SUBSCRIPTIONS;
const twice = (log: DeliveryLog) =>
  log.until('a second delivery', () => log.received.length >= 2);

/** What is not acknowledged comes again. */
export const redeliveryScenarios: TransportScenario[] = [
  {
    it: 'brings a message again when its handler says retry',
    async run(bench) {
      const transport = await bench.started();
      const log: DeliveryLog = new DeliveryLog(() =>
        log.received.length < 2 ? 'retry' : 'ack',
      );
      const other = new DeliveryLog();
      await transport.subscribe(first, log.handler);
      await transport.subscribe(second, other.handler);
      const message = testMessage();
      await publishAll(transport, [message]);
      await twice(log);
      assert.deepEqual(log.firstIds(), [message.id]);
      await other.gets([message.id]);
    },
  },

  {
    it: 'brings a message again when its handler rejects',
    async run(bench) {
      const transport = await bench.started();
      const log: DeliveryLog = new DeliveryLog(
        async (): Promise<Settlement> => {
          if (log.received.length < 2) throw new Error('not this time');
          return 'ack';
        },
      );
      await transport.subscribe(first, log.handler);
      await publishAll(transport, [testMessage()]);
      await twice(log);
    },
  },

  {
    it: 'aborts a handler that hangs, and brings its message again',
    async run(bench) {
      const transport = await bench.started();
      const aborted: string[] = [];
      const log: DeliveryLog = new DeliveryLog((message, signal) => {
        if (log.received.length > 1) return 'ack';
        return new Promise<Settlement>(() => {
          signal.addEventListener('abort', () => aborted.push(message.id));
        });
      });
      await transport.subscribe(first, log.handler);
      const message = testMessage();
      await publishAll(transport, [message]);
      await twice(log);
      assert.deepEqual(aborted, [message.id]);
    },
  },

  {
    it: 'goes on with the later messages of a key once the failing one is done',
    async run(bench) {
      const transport = await bench.started();
      const messages = [1, 2, 3, 4].map(() =>
        testMessage({ orderingKey: 'stumbling' }),
      );
      const log: DeliveryLog = new DeliveryLog(({ id }) =>
        id === messages[1].id &&
        log.ids().filter(seen => seen === id).length < 2
          ? 'retry'
          : 'ack',
      );
      await transport.subscribe(first, log.handler);
      await publishAll(transport, messages);
      await log.gets(messages.map(({ id }) => id));
      await log.until(
        'the failed message to come again',
        () => log.ids().filter(id => id === messages[1].id).length >= 2,
      );
    },
  },
];
