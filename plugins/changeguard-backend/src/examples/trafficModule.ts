import { createBackendModule } from '@backstage/backend-plugin-api';
import { changeGuardAudienceExtensionPoint } from '@changeguard/backstage-plugin-changeguard-node';

const lastWeek = [
  {
    api: 'api:default/orders',
    caller: 'resource:default/orders-db',
    requests: 21,
  },
];

export const trafficModule = createBackendModule({
  pluginId: 'changeguard',
  moduleId: 'traffic',
  register(reg) {
    reg.registerInit({
      deps: { audience: changeGuardAudienceExtensionPoint },
      async init({ audience }) {
        audience.addProvider({
          id: 'traffic',
          findConsumers: async entityRef =>
            lastWeek
              .filter(({ api }) => api === entityRef)
              .map(({ caller, requests }) => ({
                entityRef: caller,
                path: [],
                evidence: {
                  kind: 'traffic',
                  summary: `${requests} requests last week`,
                },
              })),
        });
      },
    });
  },
});
