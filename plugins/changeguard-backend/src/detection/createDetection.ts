import {
  AuthService,
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ChangeGuardFormat } from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { DefinitionNews } from '../channels/DefinitionNews';
import { ChangeGuardConfig } from '../config';
import { AcceptanceStore } from '../database/AcceptanceStore';
import { AuditLog } from '../database/AuditLog';
import { DefinitionStore } from '../database/DefinitionStore';
import { EventWriter } from '../database/EventWriter';
import { FindingStore } from '../database/FindingStore';
import { RevisionReadModel } from '../database/RevisionReadModel';
import { RevisionStore } from '../database/RevisionStore';
import { SchemaChangeStore } from '../database/SchemaChangeStore';
import { UnitOfWork } from '../database/UnitOfWork';
import { WatchStore } from '../database/WatchStore';
import { Clock } from '../ports/Clock';
import { DefinitionCatalog } from '../ports/DefinitionCatalog';
import { Ids } from '../ports/Ids';
import { BackstageDefinitions } from './BackstageDefinitions';
import { Comparer } from './Comparer';
import { ComparisonPool } from './ComparisonPool';
import { DefinitionObserver } from './DefinitionObserver';
import { DefinitionReader } from './DefinitionReader';
import { DetectedChangeWriter } from './DetectedChangeWriter';
import { DetectionSweep } from './DetectionSweep';
import { EntityWatcher } from './EntityWatcher';
import { ForerunnerComparer } from './ForerunnerComparer';
import { Formats } from './Formats';
import { refuseUnknownRules } from './refuseUnknownRules';

/** What use cases need of detection. */
export interface Detection {
  settings: ChangeGuardConfig['detection'];
  formats: Formats;
  comparer: Comparer;
  catalog: DefinitionCatalog;
  watcher: EntityWatcher;
  observer: DefinitionObserver;
  definitions: DefinitionStore;
  revisionReads: RevisionReadModel;
  revisions: RevisionStore;
  /** Its lock holds everything that is detected about an entity. */
  watch: WatchStore;
  acceptances: AcceptanceStore;
  /** Begins to watch the catalog: one replica at a time. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts together what compares definitions and watches the catalog for new ones. */
export function createDetection(deps: {
  knex: Knex;
  unitOfWork: UnitOfWork;
  events: EventWriter;
  auditLog: AuditLog;
  clock: Clock;
  ids: Ids;
  logger: LoggerService;
  scheduler: SchedulerService;
  auth: AuthService;
  catalogService: CatalogService;
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  config: ChangeGuardConfig['detection'];
  news: DefinitionNews;
  /** Of modules. */
  formats: readonly ChangeGuardFormat[];
}): Detection {
  const { knex, config } = deps;
  const definitions = new DefinitionStore(knex);
  const revisionReads = new RevisionReadModel(knex);
  const revisions = new RevisionStore();
  const watch = new WatchStore(knex);
  const changeStore = new SchemaChangeStore();
  const acceptances = new AcceptanceStore(knex);
  const formats = new Formats(deps.formats);
  refuseUnknownRules(config.levels, deps);
  const comparer = new ComparisonPool({
    ...deps,
    threads: config.threads,
    queue: config.queue,
    limits: { memoryMb: config.memoryMb, milliseconds: config.timeout },
    bytes: config.definitionBytes,
    files: formats.files(),
  });
  const observer = new DefinitionObserver({
    ...deps,
    forerunners: new ForerunnerComparer({
      comparer,
      definitions,
      revisionReads,
    }),
    definitions,
    revisions,
    revisionReads,
    watch,
    changeStore,
    changes: new DetectedChangeWriter({
      ...deps,
      acceptances,
      changeStore,
      findings: new FindingStore(),
      status: config.breakingChanges,
    }),
  });
  const catalog = new BackstageDefinitions({
    ...deps,
    catalog: deps.catalogService,
    formats,
  });
  const watcher = new EntityWatcher({
    catalog,
    reader: new DefinitionReader({
      urlReader: deps.urlReader,
      bytes: config.definitionBytes,
    }),
    watch,
    revisionReads,
    observer,
    levels: config.levels,
    formats,
    logger: deps.logger,
  });
  const sweep = new DetectionSweep({ ...deps, catalog, watch, watcher });
  return {
    async start() {
      await deps.scheduler.scheduleTask({
        id: 'changeguard-detection-sweep',
        scope: 'global',
        frequency: { milliseconds: config.interval },
        // As long as no other replica takes it up when this one is killed. What was read is not read again by the next sweep.
        timeout: { minutes: 5 },
        initialDelay: { milliseconds: Math.min(config.interval, 30_000) },
        fn: async signal => {
          await sweep.sweep(signal);
        },
      });
    },
    stop: () => comparer.stop(),
    settings: config,
    formats,
    comparer,
    catalog,
    watcher,
    observer,
    definitions,
    revisionReads,
    revisions,
    watch,
    acceptances,
  };
}
