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
import { Ed25519Signer, KnownKeys } from '@changeguard/audit-chain';
import { openApiDocument } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardAudienceExtensionPoint,
  changeGuardChannelsExtensionPoint,
  changeGuardFormatsExtensionPoint,
  changeGuardSubscribersExtensionPoint,
  changeGuardTransportExtensionPoint,
} from '@changeguard/backstage-plugin-changeguard-node';
import { BackstageCatalog } from './audience/BackstageCatalog';
import { AuditExporter } from './audit/AuditExporter';
import { ChainAuditor } from './audit/ChainAuditor';
import { ChainReader } from './audit/ChainReader';
import { CheckpointStore } from './audit/CheckpointStore';
import { CacheKeys } from './cache/CacheKeys';
import { CachedSchemaChangeDetails } from './cache/CachedSchemaChangeDetails';
import { CachedUnreadCounts } from './cache/CachedUnreadCounts';
import { LayeredCache } from './cache/LayeredCache';
import { MemoryCache } from './cache/MemoryCache';
import { RedisCache } from './cache/RedisCache';
import { RedisLink } from './cache/RedisLink';
import { readChangeGuardConfig } from './config';
import { DefinitionNews } from './channels/DefinitionNews';
import { AuditErasures } from './database/AuditErasures';
import { AuditReadModel } from './database/AuditReadModel';
import { CommentReadModel } from './database/CommentReadModel';
import { CommentStore } from './database/CommentStore';
import { connectDatabase } from './database/connectDatabase';
import { ConsumerReadModel } from './database/ConsumerReadModel';
import { ConsumerStore } from './database/ConsumerStore';
import { DeliveryReadModel } from './database/DeliveryReadModel';
import { DeliveryWatchers } from './database/DeliveryWatchers';
import { FailureStore } from './database/FailureStore';
import { FindingStore } from './database/FindingStore';
import { InboxStore } from './database/InboxStore';
import { IdempotencyStore } from './database/IdempotencyStore';
import { KnexUnitOfWork } from './database/KnexUnitOfWork';
import { migrateDatabase } from './database/migrateDatabase';
import { NotificationReadModel } from './database/NotificationReadModel';
import { NotificationStore } from './database/NotificationStore';
import { OutboxEventWriter } from './database/OutboxEventWriter';
import { PermissionResources } from './database/PermissionResources';
import { PreferencesStore } from './database/PreferencesStore';
import { PostgresSchemaChangeDetails } from './database/SchemaChangeDetails';
import { SchemaChangeReadModel } from './database/SchemaChangeReadModel';
import { SchemaChangeStore } from './database/SchemaChangeStore';
import { SubscriptionStore } from './database/SubscriptionStore';
import { waitForPostgres } from './database/waitForPostgres';
import { createDetection } from './detection/createDetection';
import { Extensions } from './Extensions';
import { healthProbes } from './healthProbes';
import { OutboxStore } from './outbox/OutboxStore';
import { registerPermissions } from './permissions/registerPermissions';
import { createPipeline, Pipeline } from './pipeline';
import { portsServiceRef } from './ports/portsServiceRef';
import { createRouter, openApiPath } from './router';
import { RateLimits } from './routes/RateLimits';
import { bodyReader } from './routes/readBody';
import { unsubscribePath } from './routes/unsubscribe';
import { ViewerReader } from './routes/ViewerReader';
import { AuthorizedDeliveries } from './service/deliveries/AuthorizedDeliveries';
import { AuthorizedSchemaChanges } from './service/changes/AuthorizedSchemaChanges';
import { CatalogView } from './service/access/CatalogView';
import { createUseCases } from './service/createUseCases';
import { Denials } from './service/access/Denials';
import { DomainSchemaChanges } from './service/changes/DomainSchemaChanges';
import { exportAudit } from './service/audit/exportAudit';
import { PolicyDecisions } from './service/access/PolicyDecisions';
import { recordDenials } from './service/access/recordDenials';
import { switchOffMail } from './service/notifications/switchOffMail';
import { Cursors } from './signing/Cursors';
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
        const catalog = new CatalogView(services.catalogService, logger);
        const decisions = new PolicyDecisions(services);
        const chain = new ChainReader(knex);
        const checkpoints = new CheckpointStore(knex);
        const notificationReads = new NotificationReadModel(knex);
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
        const service = {
          logger,
          clock,
          ids,
          unitOfWork,
          events,
          catalog,
          decisions,
          cursors: new Cursors(signer),
          changes: new AuthorizedSchemaChanges(
            new DomainSchemaChanges({
              readModel: new SchemaChangeReadModel(knex),
              catalog,
            }),
            decisions,
          ),
          changeStore: new SchemaChangeStore(),
          details: new CachedSchemaChangeDetails(
            new PostgresSchemaChangeDetails(knex),
            cache,
            keys,
            meters,
          ),
          findings: new FindingStore(),
          comments: new CommentStore(),
          commentReads: new CommentReadModel(knex),
          consumers: new ConsumerStore(),
          consumerReads: new ConsumerReadModel(knex),
          notifications: new NotificationStore(),
          notificationReads,
          unreadCounts: new CachedUnreadCounts(
            notificationReads,
            cache,
            keys,
            meters,
          ),
          preferences: new PreferencesStore(knex),
          subscriptions: new SubscriptionStore(knex),
          idempotency: new IdempotencyStore(),
          audit: new AuditReadModel(knex),
          auditLog: pipeline.auditLog,
          chain,
          checkpoints,
          checkpointSigner,
          chainAuditor: new ChainAuditor({
            chain,
            checkpoints,
            keys: new KnownKeys([
              ...(checkpointSigner ? [checkpointSigner.publicKey] : []),
              ...config.audit.formerPublicKeys,
            ]),
          }),
          auditExporter: new AuditExporter({
            chain,
            signer: checkpointSigner,
          }),
          erasures: new AuditErasures(),
          mayErase: config.audit.allowErasure,
          audience: pipeline.audienceResolver,
          deliveries: new AuthorizedDeliveries({
            decisions,
            reads: new DeliveryReadModel(knex),
            failures: new FailureStore(knex),
            watchers: new DeliveryWatchers(knex),
          }),
          inbox: new InboxStore(knex),
          outbox: new OutboxStore(knex),
          replayed: (channels: readonly string[]) =>
            running().deliveriesReplayed(channels),
          detection,
          definitionNews,
          health: healthProbes({
            knex,
            redis,
            pipeline: () => running().health(),
          }),
        };
        const portal = root.getOptionalString('app.baseUrl');
        const { version } = JSON.parse(
          readFileSync(resolvePackagePath(packageName, 'package.json'), 'utf8'),
        );

        const denials = new Denials({
          knex,
          auditLog: pipeline.auditLog,
          logger,
        });
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
            readBody: bodyReader(config),
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
          await running().start();
          await detection.start();
        });
        lifecycle.addShutdownHook(async () => {
          definitionNews.stop();
          await Promise.all([running().stop(), detection.stop()]);
          redis?.close();
        });
      },
    });
  },
});
