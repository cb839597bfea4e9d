import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { changeGuardTransportExtensionPoint } from '@changeguard/backstage-plugin-changeguard-node';
import { readGooglePubSubConfig } from './config';
import { GooglePubSubTransport } from './GooglePubSubTransport';

/** Offers Google Pub/Sub to ChangeGuard; `changeguard.transport: google-pubsub` chooses it. @public */
export const changeGuardModuleGooglePubSub = createBackendModule({
  pluginId: 'changeguard',
  moduleId: 'google-pubsub',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        transports: changeGuardTransportExtensionPoint,
      },
      async init({ config, logger, transports }) {
        transports.addTransport(
          'google-pubsub',
          () =>
            new GooglePubSubTransport(readGooglePubSubConfig(config), {
              logger,
            }),
        );
      },
    });
  },
});
