import { describeEventTransport } from '@changeguard/backstage-plugin-changeguard-node/testUtils';
import { PubSubSimulator } from '@changeguard/pubsub-simulator';
import { simulatedTransport } from './__testUtils__/simulatedTransport';

describeEventTransport('GooglePubSubTransport on the simulator', {
  create: async () => {
    const simulator = new PubSubSimulator({ backoffMs: 50 });
    await simulator.listen();
    return {
      connect: () => simulatedTransport(simulator),
      destroy: () => simulator.close(),
    };
  },
});
