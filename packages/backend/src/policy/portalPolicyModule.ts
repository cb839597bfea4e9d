import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PortalPermissionPolicy } from './PortalPermissionPolicy';

/** Decides who may do what in this portal; `portal.operators` says who runs it. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'portal-policy',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        policy: policyExtensionPoint,
      },
      async init({ config, logger, policy }) {
        const operators = (
          config.getOptionalStringArray('portal.operators') ?? []
        ).map(ref => stringifyEntityRef(parseEntityRef(ref)));
        if (operators.length === 0) {
          logger.warn(
            'portal.operators names nobody: no one may remove entities, read the audit trail or replay deliveries',
          );
        }
        policy.setPolicy(new PortalPermissionPolicy(operators));
      },
    });
  },
});
