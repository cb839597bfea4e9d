import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  changeGuardTransportExtensionPoint,
  EventTransport,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { PostgresTransport } from '../../../transport/PostgresTransport';
import { BrokerDoor } from '../doors/BrokerDoor';
import { Door } from '../doors/Door';
import { drainMs, leaseMs, pollMs } from '../times';
import { Broker, BrokerLink } from './Broker';

/** The embedded transport: what it holds is in the database, and ends with it. */
export class EmbeddedBroker implements Broker {
  async link({ knex, door }: { knex: Knex; door: Door }): Promise<BrokerLink> {
    const transport = new BrokerDoor(
      new PostgresTransport(knex, {
        leaseMs,
        pollMs,
        drainMs,
        retryDelayMs: () => 20,
      }),
      door,
    );
    return {
      feature: moduleWith(transport),
      config: { transport: 'behind-a-door' },
      letIn: () => {},
      opened: () => transport.opened,
    };
  }

  backlog(): number {
    return 0;
  }

  endLeases(): void {}

  async close(): Promise<void> {}
}

function moduleWith(transport: EventTransport) {
  return createBackendModule({
    pluginId: 'changeguard',
    moduleId: 'fault-transport',
    register(env) {
      env.registerInit({
        deps: { transports: changeGuardTransportExtensionPoint },
        async init({ transports }) {
          transports.addTransport('behind-a-door', () => transport);
        },
      });
    },
  });
}
