import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { PipelineTimes } from '../pipeline';
import { Clock, systemClock } from './Clock';
import { Ids, randomIds } from './Ids';

/** What the plugin is handed besides Backstage's services, so that a test decides it. */
export interface Ports {
  clock: Clock;
  ids: Ids;
  /** From 0 to 1, 1 excluded. */
  random: () => number;
  /** Where they differ from the usual. */
  times: Partial<PipelineTimes>;
}

/** The plugin's own service: no configuration reaches it, and portals have no reason to replace it. */
export const portsServiceRef = createServiceRef<Ports>({
  id: 'changeguard.ports',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: (): Ports => ({
        clock: systemClock,
        ids: randomIds,
        random: Math.random,
        times: {},
      }),
    }),
});
