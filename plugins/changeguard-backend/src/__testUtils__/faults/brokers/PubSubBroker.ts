import changeGuardModuleGooglePubSub from '@changeguard/backstage-plugin-changeguard-backend-module-google-pubsub';
import { PubSubSimulator } from '@changeguard/pubsub-simulator';
import { Door } from '../doors/Door';
import { PubSubDoor } from '../doors/PubSubDoor';
import { leaseMs } from '../times';
import { Broker, BrokerLink } from './Broker';

/** The module for Google Pub/Sub as portals have it, on a simulator whose every call goes through a door. */
export class PubSubBroker implements Broker {
  private readonly simulator = new PubSubSimulator({ backoffMs: 20, leaseMs });

  async link({ door }: { door: Door }): Promise<BrokerLink> {
    const pubSub = new PubSubDoor(this.simulator, door);
    return {
      feature: changeGuardModuleGooglePubSub,
      config: {
        transport: 'google-pubsub',
        googlePubSub: {
          projectId: 'faults',
          emulatorHost: await pubSub.open(),
        },
      },
      letIn: pubSub.letIn,
      opened: () => pubSub.opened,
    };
  }

  backlog(): number {
    return this.simulator.backlog;
  }

  endLeases(): void {
    this.simulator.expireLeases();
  }

  close(): Promise<void> {
    return this.simulator.close();
  }
}
