import {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Ed25519Signer } from '@changeguard/audit-chain';
import { Health } from '@changeguard/backstage-plugin-changeguard-common';
import {
  AudienceProvider,
  ChangeGuardSubscriber,
  EventTransport,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { WorkLoop } from './actors/WorkLoop';
import { AudienceKeeper } from './audience/AudienceKeeper';
import { AudienceResolver } from './audience/AudienceResolver';
import { CatalogAudienceResolver } from './audience/CatalogAudienceResolver';
import { AuditSealer } from './audit/AuditSealer';
import { Checkpointer } from './audit/Checkpointer';
import { CheckpointStore } from './audit/CheckpointStore';
import { SealStore } from './audit/SealStore';
import { BackstageNotificationsChannel } from './channels/BackstageNotificationsChannel';
import { DeliveryNews } from './channels/DeliveryNews';
import { AudienceStore } from './database/AudienceStore';
import { DeliveryReadModel } from './database/DeliveryReadModel';
import { DeliveryWatchers } from './database/DeliveryWatchers';
import { AuditLog } from './database/AuditLog';
import { EventWriter } from './database/EventWriter';
import { FailureStore } from './database/FailureStore';
import { InboxStore } from './database/InboxStore';
import { UnitOfWork } from './database/UnitOfWork';
import { createDeliveryLoops } from './deliveries/createDeliveryLoops';
import { OutboxRelay } from './outbox/OutboxRelay';
import { OutboxStore } from './outbox/OutboxStore';
import { Reconciler } from './outbox/Reconciler';
import { Reader, TransportConnection } from './outbox/TransportConnection';
import { pipelineHealth } from './pipelineHealth';
import { CatalogPort } from './ports/CatalogPort';
import { Ids } from './ports/Ids';
import { RetentionPeriods } from './retention/RetentionSweeper';
import { createHandler } from './subscribers/createHandler';
import { createSubscribers } from './subscribers/createSubscribers';
import { Meters } from './telemetry/Meters';
import { StandingReader } from './telemetry/StandingReader';
import { Traces } from './telemetry/Traces';
import { scheduleUpkeep } from './upkeep';

/** Times of the pipeline, in milliseconds. */
export interface PipelineTimes {
  /** How long a missed wake-up can go unnoticed. */
  pollMs: number;
  /** The same for delivery workers, whose work is mostly known to them when it is due. */
  deliveryPollMs: number;
  reconcileMs: number;
  /** How long subscribers have before an event is published again. */
  patienceMs: number;
  leaseMs: number;
  /** How long a sealed record waits for a checkpoint. */
  checkpointMs: number;
  /** How long the sealer gathers records after it sealed some: a batch costs the same few statements whether it has one or hundreds. */
  sealRestMs: number;
  /** Before what an announcement needs of the catalog is read again: what ends one request mostly ends another one right after it, too. */
  catalogPausesMs: readonly number[];
  /** How long `stop` waits. */
  drainMs: number;
}

const defaultTimes: PipelineTimes = {
  pollMs: 1_000,
  deliveryPollMs: 5_000,
  reconcileMs: 5_000,
  patienceMs: 120_000,
  leaseMs: 30_000,
  checkpointMs: 60_000,
  sealRestMs: 500,
  catalogPausesMs: [250, 1_000],
  drainMs: 10_000,
};

/** Everything the pipeline works with; each is a port that a test may stand in front of. */
export interface PipelineDeps {
  knex: Knex;
  unitOfWork: UnitOfWork;
  events: EventWriter;
  ids: Ids;
  /** From 0 to 1, 1 excluded. */
  random: () => number;
  logger: LoggerService;
  meters: Meters;
  traces: Traces;
  scheduler: SchedulerService;
  transport: EventTransport;
  catalog: CatalogPort;
  notifications: NotificationService;
  signals: SignalsService;
  audienceProviders: readonly AudienceProvider[];
  subscribers: readonly ChangeGuardSubscriber[];
  channels: readonly NotificationChannel[];
  /** Signs checkpoints of the audit trail; without it there are none. */
  checkpointSigner: Ed25519Signer | null;
  auditor?: AuditorService;
  retention: RetentionPeriods;
  times?: Partial<PipelineTimes>;
}

/** The asynchronous half: from the outbox to everybody who must know. */
export interface Pipeline {
  /** Who must handle an event written now. */
  readonly subscriberIds: readonly string[];
  /** For people, who are answered at once. */
  readonly previewResolver: AudienceResolver;
  readonly auditLog: AuditLog;
  /** Events were committed. */
  wakeRelay(): void;
  /** Deliveries were replayed. */
  deliveriesReplayed(channels: readonly string[]): void;
  start(): Promise<void>;
  /** Finishes what is in hand, at most for `drainMs`; the rest is taken up again when its leases end. */
  stop(): Promise<void>;
  health(): Promise<Health['dependencies']>;
}

/**
 * Puts the pipeline together.
 *
 * States: new → `start` (returns at once; a transport that is away is retried behind it) → running → `stop` → stopped.
 */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const { knex, unitOfWork, events, ids, random, logger, transport } = deps;
  const { meters, traces } = deps;
  const times = { ...defaultTimes, ...deps.times };
  const outbox = new OutboxStore(knex);
  const inbox = new InboxStore(knex);
  const audience = new AudienceStore({ ids });
  const keeper = new AudienceKeeper({ audience, events });
  const resolverThatPauses = (pausesMs: readonly number[]) =>
    new CatalogAudienceResolver({
      catalog: deps.catalog,
      providers: () => deps.audienceProviders,
      logger,
      pausesMs,
    });
  const resolver = resolverThatPauses(times.catalogPausesMs);
  const sealer = new AuditSealer({
    seals: new SealStore({ knex, unitOfWork }),
    checkpointer: new Checkpointer({
      checkpoints: new CheckpointStore(knex),
      signer: deps.checkpointSigner,
      logger,
      auditor: deps.auditor,
      pace: { everyMs: times.checkpointMs, everyRecords: 10_000 },
    }),
    ids,
    leaseMs: times.leaseMs,
  });
  const sealerLoop = new WorkLoop({
    name: 'The audit sealer',
    work: signal => sealer.seal(signal),
    pollMs: times.pollMs,
    restMs: times.sealRestMs,
    logger,
  });
  const auditLog = new AuditLog({ ids, wakeSealer: sealerLoop.wake });
  const deliveryReads = new DeliveryReadModel(knex);
  const failures = new FailureStore(knex);
  const channels = [new BackstageNotificationsChannel(deps), ...deps.channels];
  const news = new DeliveryNews({
    watchers: new DeliveryWatchers(knex),
    signals: deps.signals,
    logger,
  });
  const deliveryLoops = createDeliveryLoops({
    ...deps,
    onMoved: news.moved,
    channels,
    pollMs: times.deliveryPollMs,
    leaseMs: times.leaseMs,
  });
  const wakeWorkers = () => deliveryLoops.forEach(loop => loop.wake());
  const subscribers = createSubscribers({
    ...deps,
    resolver,
    audience,
    keeper,
    auditLog,
    channels,
    pluginSubscribers: deps.subscribers,
    wakeWorkers,
  });
  const readers = new Map(
    subscribers.map((subscriber): [string, Reader] => [
      subscriber.id,
      {
        handler: createHandler(
          {
            unitOfWork,
            inbox,
            failures: {
              async remember(failure) {
                await failures.remember(failure);
                news.failed();
              },
            },
            meters,
            traces,
            logger,
            transport: transport.kind,
          },
          subscriber,
        ),
        mostSlow: subscriber.mostSlow,
      },
    ]),
  );
  const connection = new TransportConnection({ transport, readers, logger });
  const relay = new OutboxRelay({
    outbox,
    transport,
    ids,
    random,
    logger,
    meters,
    traces,
    leaseMs: times.leaseMs,
    lookMs: times.pollMs,
    onOutage: connection.doubt,
  });
  const relayLoop = new WorkLoop({
    name: 'The outbox relay',
    work: async () => (connection.ready ? relay.relay() : 'idle'),
    pollMs: times.pollMs,
    logger,
  });
  const reconciler = new Reconciler({
    outbox,
    logger,
    patienceMs: times.patienceMs,
    subscribers: subscribers.map(({ id }) => id),
    wakeRelay: relayLoop.wake,
  });
  const reconcilerLoop = new WorkLoop({
    name: 'The reconciler',
    work: () => reconciler.reconcile(),
    pollMs: times.reconcileMs,
    logger,
  });
  meters.observe(
    new StandingReader({ outbox, failures, deliveries: deliveryReads, logger })
      .read,
  );
  const loops = [relayLoop, reconcilerLoop, sealerLoop, ...deliveryLoops];

  return {
    subscriberIds: subscribers.map(({ id }) => id),
    previewResolver: resolverThatPauses([]),
    auditLog,
    wakeRelay: relayLoop.wake,
    deliveriesReplayed(replayed) {
      wakeWorkers();
      news.moved(replayed);
    },
    async start() {
      connection.start(relayLoop.wake);
      loops.forEach(loop => loop.start());
      await scheduleUpkeep({ ...deps, resolver, keeper, auditLog });
    },
    async stop() {
      const drained = Promise.all([
        connection.stopReading(),
        ...loops.map(loop => loop.stop()),
      ])
        .then(() => connection.close())
        .catch(error => logger.warn('The pipeline ended uncleanly', error));
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>(resolve => {
        timer = setTimeout(resolve, times.drainMs);
      });
      await Promise.race([drained, late]);
      clearTimeout(timer);
      news.stop();
    },
    health: () =>
      pipelineHealth({ ...deps, connection, outbox, failures, channels }),
  };
}
