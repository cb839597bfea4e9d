import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { changeGuardSubscribersExtensionPoint } from '@changeguard/backstage-plugin-changeguard-node';

export const chatModule = createBackendModule({
  pluginId: 'changeguard',
  moduleId: 'chat',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        subscribers: changeGuardSubscribersExtensionPoint,
      },
      async init({ config, subscribers }) {
        const room = config.getString('chat.room');
        subscribers.addSubscriber({
          id: 'chat',
          types: ['schema-change.announced'],
          async handle({ id, data }, { signal }) {
            const { title, entityRef } = data.change;
            const response = await fetch(room, {
              method: 'POST',
              // The event may come again: its id lets the other side tell.
              headers: { 'Idempotency-Key': id },
              body: `${entityRef} is about to break: ${title}`,
              signal,
            });
            if (!response.ok) throw new Error(`Chat said ${response.status}`);
          },
        });
      },
    });
  },
});
