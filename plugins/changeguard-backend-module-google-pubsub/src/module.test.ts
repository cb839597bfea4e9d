import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  changeGuardTransportExtensionPoint,
  EventTransport,
} from '@changeguard/backstage-plugin-changeguard-node';
import { PubSubSimulator } from '@changeguard/pubsub-simulator';
import googlePubSub from '.';

describe('the module', () => {
  it('offers a transport of kind google-pubsub that reads its configuration when it is chosen', async () => {
    const simulator = new PubSubSimulator();
    await simulator.listen();
    const kinds = new Map<string, () => EventTransport>();
    const backend = await startTestBackend({
      features: [
        googlePubSub,
        mockServices.rootConfig.factory({
          data: {
            changeguard: {
              googlePubSub: {
                projectId: 'test',
                emulatorHost: simulator.host,
              },
            },
          },
        }),
      ],
      extensionPoints: [
        [
          changeGuardTransportExtensionPoint,
          { addTransport: (kind, create) => kinds.set(kind, create) },
        ],
      ],
    });

    const transport = kinds.get('google-pubsub')?.();
    await transport?.start({ subscriptions: ['changeguard-audit'] });
    expect(await transport?.health()).toEqual({ state: 'fine' });

    await transport?.close();
    await simulator.close();
    await backend.stop();
  });
});
