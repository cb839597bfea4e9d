import { EventTransport } from '../transport/EventTransport';
import { describeDelivery } from './scenarios/describeDelivery';
import { describeLifecycle } from './scenarios/describeLifecycle';
import { describeOrder } from './scenarios/describeOrder';
import { describeRedelivery } from './scenarios/describeRedelivery';
import { describeReplicas } from './scenarios/describeReplicas';
import { TransportBench } from './TransportBench';

/** An empty broker of one test. @public */
export interface TransportFixture {
  /** Makes a transport on this broker; each call stands for another replica of the portal. */
  connect(): EventTransport;
  /** Removes what `create` made. The suite has closed every transport before. */
  destroy?(): Promise<void>;
}

/** What the suite needs of a transport. @public */
export interface EventTransportSuiteOptions {
  /**
   * Makes an empty broker, or a part of one that no other test sees, such as a project of its own. Configure its transports
   * with short times: a handler's deadline of about a second, a retry after a tenth of one, a close that waits two.
   */
  create(): Promise<TransportFixture>;
  /** Milliseconds that one test may take; a minute when left out. */
  timeoutMs?: number;
}

/**
 * Describes, as jest tests, what ChangeGuard expects of an event transport. Run it against the real broker.
 *
 * @example
 * ```ts
 * import { describeEventTransport } from '@changeguard/backstage-plugin-changeguard-node/testUtils';
 *
 * describeEventTransport('KafkaTransport', {
 *   create: async () => {
 *     const prefix = `test-${randomUUID()}`;
 *     return {
 *       connect: () => new KafkaTransport({ brokers, prefix, handlerTimeoutMs: 1_000 }),
 *       destroy: () => deleteTopics(prefix),
 *     };
 *   },
 * });
 * ```
 *
 * @public
 */
export function describeEventTransport(
  name: string,
  options: EventTransportSuiteOptions,
): void {
  describe(`${name} is an event transport`, () => {
    const bench = new TransportBench(options);
    beforeEach(() => bench.setUp());
    afterEach(() => bench.tearDown(), bench.timeoutMs);

    describeDelivery(bench);
    describeOrder(bench);
    describeRedelivery(bench);
    describeReplicas(bench);
    describeLifecycle(bench);
  });
}
