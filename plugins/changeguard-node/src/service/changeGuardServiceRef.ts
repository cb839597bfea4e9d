import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ChangeGuardService } from './ChangeGuardService';
import { HttpChangeGuardService } from './HttpChangeGuardService';

/** {@inheritDoc ChangeGuardService} @public */
export const changeGuardServiceRef = createServiceRef<ChangeGuardService>({
  id: 'changeguard.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new HttpChangeGuardService(deps),
    }),
});
