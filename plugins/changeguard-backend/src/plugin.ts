import { readFileSync } from 'fs';
import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { Ed25519Signer } from '@changeguard/audit-chain';
import { openApiDocument } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardAudienceExtensionPoint,
  changeGuardChannelsExtensionPoint,
  changeGuardFormatsExtensionPoint,
  changeGuardSubscribersExtensionPoint,
  changeGuardTransportExtensionPoint,
} from '@changeguard/backstage-plugin-changeguard-node';
import { BackstageCatalog } from './audience/BackstageCatalog';
import { CacheKeys } from './cache/CacheKeys';
import { LayeredCache } from './cache/LayeredCache';
import { MemoryCache } from './cache/MemoryCache';
import { RedisCache } from './cache/RedisCache';
import { RedisLink } from './cache/RedisLink';
import { readChangeGuardConfig } from './config';
import { DefinitionNews } from './channels/DefinitionNews';
import { connectDatabase } from './database/connectDatabase';
import { KnexUnitOfWork } from './database/KnexUnitOfWork';
import { migrateDatabase } from './database/migrateDatabase';
import { OutboxEventWriter } from './database/OutboxEventWriter';
import { PermissionResources } from './database/PermissionResources';
import { waitForPostgres } from './database/waitForPostgres';
import { createDetection } from './detection/createDetection';
import { Extensions } from './Extensions';
import { healthProbes } from './healthProbes';
import { registerPermissions } from './permissions/registerPermissions';
import { createPipeline, Pipeline } from './pipeline';
import { portsServiceRef } from './ports/portsServiceRef';
import { createRouter, openApiPath } from './router';
import { RateLimits } from './routes/RateLimits';
import { JsonThread } from './routes/body/JsonThread';
import { bodyReader } from './routes/body/readBody';
import { unsubscribePath } from './routes/unsubscribe';
import { ViewerReader } from './routes/ViewerReader';
import { CatalogView } from './service/access/CatalogView';
import { createServiceDeps } from './service/createServiceDeps';
import { createUseCases } from './service/createUseCases';
import { Denials } from './service/access/Denials';
import { exportAudit } from './service/audit/exportAudit';
import { PolicyDecisions } from './service/access/PolicyDecisions';
import { recordDenials } from './service/access/recordDenials';
import { switchOffMail } from './service/notifications/switchOffMail';
import { SignedUnsubscribeLinks } from './signing/SignedUnsubscribeLinks';
import { Signer } from './signing/Signer';
import { Meters } from './telemetry/Meters';
import {
  metricsServiceRef,
  tracingServiceRef,
} from './telemetry/openTelemetryServices';
import { Traces } from './telemetry/Traces';
import { PostgresTransport } from './transport/PostgresTransport';

const packageName = '@changeguard/backstage-plugin-changeguard-backend';

/** ChangeGuard's backend plugin. @public */
export const changeGuardPlugin = createBackendPlugin({
  pluginId: 'changeguard',
  register(env) {
    const extensions = new Extensions();
    env.registerExtensionPoint(
      changeGuardSubscribersExtensionPoint,
      extensions.subscribersPoint,
    );
    env.registerExtensionPoint(
      changeGuardTransportExtensionPoint,
      extensions.transportPoint,
    );
    env.registerExtensionPoint(
      changeGuardChannelsExtensionPoint,
      extensions.channelsPoint,
    );
    env.registerExtensionPoint(
      changeGuardAudienceExtensionPoint,
      extensions.audiencePoint,
    );
    env.registerExtensionPoint(
      changeGuardFormatsExtensionPoint,
      extensions.formatsPoint,
    );
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalogService: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        ports: portsServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        tracing: tracingServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const {
          config: root,
          database,
          discovery,
          lifecycle,
          logger,
        } = services;
        const config = readChangeGuardConfig(root, {
          production: process.env.NODE_ENV === 'production',
          warn: message => logger.warn(message),
        });

        await waitForPostgres(root, logger);
        const knex = await connectDatabase(database);
        if (!database.migrations?.skip) await migrateDatabase(knex);
        const { clock, ids, random, times } = services.ports;
        const unitOfWork = new KnexUnitOfWork(knex);

        const checkpointSigner =
          config.audit.checkpointKey === null
            ? null
            : new Ed25519Signer(config.audit.checkpointKey);

        const keys = new CacheKeys(config.signingKeys);
        const redis = config.redisUrl
          ? new RedisLink(config.redisUrl, logger)
          : null;
        const meters = new Meters(services.metrics);
        const traces = new Traces(services.tracing);
        meters.observeBreaker(() => redis?.isOpen ?? false);
        const own = new MemoryCache();
        const cache = redis
          ? new LayeredCache(own, new RedisCache(redis))
          : own;

        const signer = new Signer(config.signingKeys);
        const links = new SignedUnsubscribeLinks(signer, () =>
          discovery.getExternalBaseUrl('changeguard'),
        );
        extensions.linkWith(links);

        // The event writer and the pipeline name each other: events freeze who must handle them.
        let pipeline: Pipeline | undefined = undefined;
        const running = () => {
          if (!pipeline) throw new ConflictError('ChangeGuard is not running');
          return pipeline;
        };
        const events = new OutboxEventWriter({
          clock,
          ids,
          requiredSubscribers: () => running().subscriberIds,
          wakeRelay: () => running().wakeRelay(),
        });
        pipeline = createPipeline({
          ...services,
          ...extensions.registered(),
          knex,
          unitOfWork,
          events,
          ids,
          random,
          meters,
          traces,
          transport: extensions.transport(
            config.transport,
            () => new PostgresTransport(knex, { logger }),
          ),
          catalog: new BackstageCatalog({
            catalog: services.catalogService,
            auth: services.auth,
          }),
          checkpointSigner,
          retention: config.retention,
          times: { patienceMs: config.republishAfter, ...times },
        });

        registerPermissions(
          services.permissionsRegistry,
          new PermissionResources(knex),
        );
        const definitionNews = new DefinitionNews(services);
        const detection = createDetection({
          ...services,
          ...extensions.registered(),
          knex,
          unitOfWork,
          events,
          auditLog: pipeline.auditLog,
          clock,
          ids,
          integrations: ScmIntegrations.fromConfig(root),
          config: config.detection,
          news: definitionNews,
        });
        const service = createServiceDeps({
          knex,
          unitOfWork,
          events,
          auditLog: pipeline.auditLog,
          clock,
          ids,
          logger,
          catalog: new CatalogView(services.catalogService, logger),
          decisions: new PolicyDecisions(services),
          audience: pipeline.previewResolver,
          detection,
          definitionNews,
          cache,
          cacheKeys: keys,
          meters,
          signer,
          checkpointSigner,
          config: config.audit,
          replayed: channels => running().deliveriesReplayed(channels),
          health: healthProbes({
            knex,
            redis,
            pipeline: () => running().health(),
          }),
        });
        const portal = root.getOptionalString('app.baseUrl');
        const { version } = JSON.parse(
          readFileSync(resolvePackagePath(packageName, 'package.json'), 'utf8'),
        );

        const denials = new Denials({
          knex,
          auditLog: pipeline.auditLog,
          logger,
        });
        const jsonThread = new JsonThread();
        services.httpRouter.use(
          createRouter({
            useCases: recordDenials(createUseCases(service), denials),
            exportAudit: exportAudit(service),
            denials,
            viewers: new ViewerReader(services),
            rateLimits: new RateLimits({
              config: config.rateLimit,
              redis,
              keys,
            }),
            readBody: bodyReader(config, jsonThread),
            ids,
            traces,
            logger,
            openApi: async () =>
              openApiDocument({
                serverUrl: await discovery.getExternalBaseUrl('changeguard'),
                version,
              }),
            links,
            switchOffMail: switchOffMail(service),
            preferencesUrl: portal
              ? `${portal.replace(/\/$/, '')}/changeguard/preferences`
              : null,
          }),
        );
        for (const path of [openApiPath, unsubscribePath]) {
          services.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }

        lifecycle.addStartupHook(async () => {
          await Promise.all([running().start(), detection.start()]);
        });
        lifecycle.addShutdownHook(async () => {
          definitionNews.stop();
          await Promise.all([
            running().stop(),
            detection.stop(),
            jsonThread.stop(),
          ]);
          redis?.close();
        });
      },
    });
  },
});
