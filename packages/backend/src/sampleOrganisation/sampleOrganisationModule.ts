import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { readEntities } from './readEntities';
import { SampleOrganisationProvider } from './SampleOrganisationProvider';

/** Shows the sample organisation in the catalog, when `sampleOrganisation.enabled` is set. */
export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'sample-organisation',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, logger, scheduler }) {
        const sample = config.getOptionalConfig('sampleOrganisation');
        if (!sample?.getOptionalBoolean('enabled')) {
          return;
        }
        const folder =
          sample.getOptionalString('folder') ??
          resolvePackagePath('backend', 'sample-organisation');

        catalog.addEntityProvider(
          new SampleOrganisationProvider({
            logger,
            readEntities: () => readEntities(folder),
            schedule: scheduler.createScheduledTaskRunner({
              frequency: sample.has('refreshEvery')
                ? readDurationFromConfig(sample, { key: 'refreshEvery' })
                : { seconds: 3 },
              timeout: { seconds: 30 },
              // Every replica reads its own copy of the files; what they say is the same.
              scope: 'local',
            }),
          }),
        );
      },
    });
  },
});
