import { LoggerService } from '@backstage/backend-plugin-api';
import { Ed25519Signer } from '@changeguard/audit-chain';
import { AudienceResolver } from '../audience/AudienceResolver';
import { AuditEraser } from '../audit/AuditEraser';
import { AuditExporter } from '../audit/AuditExporter';
import { ChainAuditor } from '../audit/ChainAuditor';
import { ChainReader } from '../audit/ChainReader';
import { CheckpointStore } from '../audit/CheckpointStore';
import { DefinitionNews } from '../channels/DefinitionNews';
import { AuditLog } from '../database/AuditLog';
import { AuditReadModel } from '../database/AuditReadModel';
import { CommentReadModel } from '../database/CommentReadModel';
import { CommentStore } from '../database/CommentStore';
import { ConsumerReadModel } from '../database/ConsumerReadModel';
import { ConsumerStore } from '../database/ConsumerStore';
import { EventWriter } from '../database/EventWriter';
import { FindingStore } from '../database/FindingStore';
import { InboxStore } from '../database/InboxStore';
import { IdempotencyStore } from '../database/IdempotencyStore';
import {
  NotificationReadModel,
  UnreadCounts,
} from '../database/NotificationReadModel';
import { NotificationStore } from '../database/NotificationStore';
import { PreferencesStore } from '../database/PreferencesStore';
import { SchemaChangeDetails } from '../database/SchemaChangeDetails';
import { SchemaChangeStore } from '../database/SchemaChangeStore';
import { SubscriptionStore } from '../database/SubscriptionStore';
import { UnitOfWork } from '../database/UnitOfWork';
import { OutboxStore } from '../outbox/OutboxStore';
import { Detection } from '../detection/createDetection';
import { Clock } from '../ports/Clock';
import { Ids } from '../ports/Ids';
import { Cursors } from '../signing/Cursors';
import { AuthorizedDeliveries } from './deliveries/AuthorizedDeliveries';
import { CatalogView } from './access/CatalogView';
import { HealthProbes } from './getHealth';
import { PolicyDecisions } from './access/PolicyDecisions';
import { SchemaChanges } from './changes/SchemaChanges';

/** What the use cases are made of; each takes its own part. */
export interface ServiceDeps {
  logger: LoggerService;
  clock: Clock;
  ids: Ids;
  unitOfWork: UnitOfWork;
  events: EventWriter;
  cursors: Cursors;
  catalog: CatalogView;
  decisions: PolicyDecisions;
  /** The decorated door: see `SchemaChanges`. */
  changes: SchemaChanges;
  changeStore: SchemaChangeStore;
  details: SchemaChangeDetails;
  findings: FindingStore;
  comments: CommentStore;
  commentReads: CommentReadModel;
  consumers: ConsumerStore;
  consumerReads: ConsumerReadModel;
  notifications: NotificationStore;
  notificationReads: NotificationReadModel;
  unreadCounts: UnreadCounts;
  preferences: PreferencesStore;
  subscriptions: SubscriptionStore;
  idempotency: IdempotencyStore;
  audit: AuditReadModel;
  auditLog: AuditLog;
  auditExporter: AuditExporter;
  auditEraser: AuditEraser;
  /** Whether the configuration lets people be erased from the trail. */
  mayErase: boolean;
  chain: ChainReader;
  chainAuditor: ChainAuditor;
  checkpoints: CheckpointStore;
  /** Null without a key. */
  checkpointSigner: Ed25519Signer | null;
  audience: AudienceResolver;
  /** The decorated door: see `AuthorizedDeliveries`. */
  deliveries: AuthorizedDeliveries;
  inbox: InboxStore;
  outbox: OutboxStore;
  /** Deliveries of these channels are pending again, and committed. */
  replayed: (channels: readonly string[]) => void;
  detection: Detection;
  definitionNews: DefinitionNews;
  health: HealthProbes;
}
