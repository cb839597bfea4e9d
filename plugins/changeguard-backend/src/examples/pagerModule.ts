import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { changeGuardChannelsExtensionPoint } from '@changeguard/backstage-plugin-changeguard-node';

export const pagerModule = createBackendModule({
  pluginId: 'changeguard',
  moduleId: 'pager',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        channels: changeGuardChannelsExtensionPoint,
      },
      async init({ config, channels }) {
        const pager = config.getString('pager.url');
        channels.addChannel({
          id: 'pager',
          subscriber: 'pager',
          preference: 'inApp',
          send: (message, deliveries, { signal }) =>
            Promise.all(
              deliveries.map(async ({ id, recipient, reason }) => {
                const { status } = await fetch(pager, {
                  method: 'POST',
                  headers: { 'Idempotency-Key': id },
                  body: `${recipient}: ${message.title} (${reason})`,
                  signal,
                });
                if (status === 404) {
                  return { outcome: 'undeliverable', message: 'No pager' };
                }
                return status < 300
                  ? { outcome: 'delivered' }
                  : { outcome: 'failed', message: `Pager said ${status}` };
              }),
            ),
        });
      },
    });
  },
});
