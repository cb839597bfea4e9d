import { createBackendModule } from '@backstage/backend-plugin-api';
import { changeGuardFormatsExtensionPoint } from '@changeguard/backstage-plugin-changeguard-node';
import { columnsFormatFile } from './columnsFormat';

export const columnsModule = createBackendModule({
  pluginId: 'changeguard',
  moduleId: 'columns',
  register(reg) {
    reg.registerInit({
      deps: { formats: changeGuardFormatsExtensionPoint },
      async init({ formats }) {
        formats.addFormat({
          id: 'columns',
          types: ['csv'],
          file: columnsFormatFile,
        });
      },
    });
  },
});
