import { EventTransport } from '../transport/EventTransport';
import { deliveryScenarios } from './scenarios/deliveryScenarios';
import { lifecycleScenarios } from './scenarios/lifecycleScenarios';
import { orderScenarios } from './scenarios/orderScenarios';
import { redeliveryScenarios } from './scenarios/redeliveryScenarios';
import { replicasScenarios } from './scenarios/replicasScenarios';
import { TransportBench } from './TransportBench';

const SCENARIOS = {
  delivery: deliveryScenarios,
  order: orderScenarios,
  redelivery: redeliveryScenarios,
  replicas: replicasScenarios,
  lifecycle: lifecycleScenarios,
};

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
  const { describe, it, beforeEach, afterEach } = globalThis;
  const bench = new TransportBench(options);

  describe(`${name} is an event transport`, () => {
    beforeEach(() => bench.setUp());
    afterEach(() => bench.tearDown(), bench.timeoutMs);

    for (const [group, scenarios] of Object.entries(SCENARIOS)) {
      describe(group, () => {
        for (const scenario of scenarios) {
          it(scenario.it, () => scenario.run(bench), bench.timeoutMs);
        }
      });
    }
  });
}
