import { LoggerService } from '@backstage/backend-plugin-api';
import { Ed25519Signer, KnownKeys } from '@changeguard/audit-chain';
import { Knex } from 'knex';
import { AudienceResolver } from '../audience/AudienceResolver';
import { AuditEraser } from '../audit/AuditEraser';
import { AuditExporter } from '../audit/AuditExporter';
import { ChainAuditor } from '../audit/ChainAuditor';
import { ChainReader } from '../audit/ChainReader';
import { CheckpointStore } from '../audit/CheckpointStore';
import { Cache } from '../cache/Cache';
import { CachedSchemaChangeDetails } from '../cache/CachedSchemaChangeDetails';
import { CachedUnreadCounts } from '../cache/CachedUnreadCounts';
import { CacheKeys } from '../cache/CacheKeys';
import { DefinitionNews } from '../channels/DefinitionNews';
import { ChangeGuardConfig } from '../config';
import { AuditLog } from '../database/AuditLog';
import { AuditReadModel } from '../database/AuditReadModel';
import { CommentReadModel } from '../database/CommentReadModel';
import { CommentStore } from '../database/CommentStore';
import { ConsumerReadModel } from '../database/ConsumerReadModel';
import { ConsumerStore } from '../database/ConsumerStore';
import { DeliveryReadModel } from '../database/DeliveryReadModel';
import { DeliveryWatchers } from '../database/DeliveryWatchers';
import { EventWriter } from '../database/EventWriter';
import { FailureStore } from '../database/FailureStore';
import { FindingStore } from '../database/FindingStore';
import { IdempotencyStore } from '../database/IdempotencyStore';
import { InboxStore } from '../database/InboxStore';
import { NotificationReadModel } from '../database/NotificationReadModel';
import { NotificationStore } from '../database/NotificationStore';
import { PreferencesStore } from '../database/PreferencesStore';
import { PostgresSchemaChangeDetails } from '../database/SchemaChangeDetails';
import { SchemaChangeReadModel } from '../database/SchemaChangeReadModel';
import { SchemaChangeStore } from '../database/SchemaChangeStore';
import { SubscriptionStore } from '../database/SubscriptionStore';
import { UnitOfWork } from '../database/UnitOfWork';
import { Detection } from '../detection/createDetection';
import { OutboxStore } from '../outbox/OutboxStore';
import { Clock } from '../ports/Clock';
import { Ids } from '../ports/Ids';
import { Cursors } from '../signing/Cursors';
import { Signer } from '../signing/Signer';
import { Meters } from '../telemetry/Meters';
import { CatalogView } from './access/CatalogView';
import { PolicyDecisions } from './access/PolicyDecisions';
import { AuthorizedSchemaChanges } from './changes/AuthorizedSchemaChanges';
import { DomainSchemaChanges } from './changes/DomainSchemaChanges';
import { AuthorizedDeliveries } from './deliveries/AuthorizedDeliveries';
import { HealthProbes } from './getHealth';
import { ServiceDeps } from './ServiceDeps';

/** Puts together what the use cases are made of. */
export function createServiceDeps(deps: {
  knex: Knex;
  unitOfWork: UnitOfWork;
  events: EventWriter;
  auditLog: AuditLog;
  clock: Clock;
  ids: Ids;
  logger: LoggerService;
  catalog: CatalogView;
  decisions: PolicyDecisions;
  audience: AudienceResolver;
  detection: Detection;
  definitionNews: DefinitionNews;
  cache: Cache;
  cacheKeys: CacheKeys;
  meters: Meters;
  signer: Signer;
  checkpointSigner: Ed25519Signer | null;
  config: ChangeGuardConfig['audit'];
  replayed: ServiceDeps['replayed'];
  health: HealthProbes;
}): ServiceDeps {
  const { knex, catalog, decisions, checkpointSigner, config } = deps;
  const cached = [deps.cache, deps.cacheKeys, deps.meters] as const;
  const chain = new ChainReader(knex);
  const checkpoints = new CheckpointStore(knex);
  const notificationReads = new NotificationReadModel(knex);
  return {
    logger: deps.logger,
    clock: deps.clock,
    ids: deps.ids,
    unitOfWork: deps.unitOfWork,
    events: deps.events,
    catalog,
    decisions,
    cursors: new Cursors(deps.signer),
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
      ...cached,
    ),
    findings: new FindingStore(),
    comments: new CommentStore(),
    commentReads: new CommentReadModel(knex),
    consumers: new ConsumerStore(),
    consumerReads: new ConsumerReadModel(knex),
    notifications: new NotificationStore(),
    notificationReads,
    unreadCounts: new CachedUnreadCounts(notificationReads, ...cached),
    preferences: new PreferencesStore(knex),
    subscriptions: new SubscriptionStore(knex),
    idempotency: new IdempotencyStore(),
    audit: new AuditReadModel(knex),
    auditLog: deps.auditLog,
    chain,
    checkpoints,
    checkpointSigner,
    chainAuditor: new ChainAuditor({
      chain,
      checkpoints,
      keys: new KnownKeys([
        ...(checkpointSigner ? [checkpointSigner.publicKey] : []),
        ...config.formerPublicKeys,
      ]),
    }),
    auditExporter: new AuditExporter({ chain, signer: checkpointSigner }),
    auditEraser: new AuditEraser({
      ids: deps.ids,
      auditLog: deps.auditLog,
      signer: checkpointSigner,
    }),
    mayErase: config.allowErasure,
    audience: deps.audience,
    deliveries: new AuthorizedDeliveries({
      decisions,
      reads: new DeliveryReadModel(knex),
      failures: new FailureStore(knex),
      watchers: new DeliveryWatchers(knex),
    }),
    inbox: new InboxStore(knex),
    outbox: new OutboxStore(knex),
    replayed: deps.replayed,
    detection: deps.detection,
    definitionNews: deps.definitionNews,
    health: deps.health,
  };
}
