import { createServer } from 'http';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import {
  SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import changeGuardEmailModule from '@changeguard/backstage-plugin-changeguard-backend-module-email';
import knexLibrary, { Knex } from 'knex';
import { PipelineTimes } from '../../pipeline';
import { changeGuardPlugin } from '../../plugin';
import { systemClock } from '../../ports/Clock';
import { randomIds } from '../../ports/Ids';
import { Ports, portsServiceRef } from '../../ports/portsServiceRef';
import { entitiesOf } from '../entitiesOf';
import { nameOf, ownershipOf } from '../people';
import { waitUntil } from '../waitUntil';
import { Broker } from './brokers/Broker';
import { callerOf } from './callerOf';
import { Door } from './doors/Door';
import { MailDoor } from './doors/MailDoor';
import { PostgresDoor } from './doors/PostgresDoor';
import { RedisDoor } from './doors/RedisDoor';
import { FaultPlan } from './FaultPlan';
import { Journal } from './Journal';
import { Life } from './Life';
import { peopleWithMail } from './peopleWithMail';
import { within } from './scope';
import { drainMs, leaseMs, pollMs, queryTimeoutMs } from './times';

const times: Partial<PipelineTimes> = {
  pollMs,
  deliveryPollMs: pollMs,
  reconcileMs: pollMs,
  patienceMs: 9_000,
  leaseMs,
  checkpointMs: pollMs,
  sealRestMs: pollMs,
  drainMs,
};

/** Which step of the story a request belongs to. */
export const stepHeader = 'x-step';

/** Where an instance finds what it needs. */
export interface Surroundings {
  databaseUrl: string;
  /** Null for an instance without a shared cache. */
  redisUrl: URL | null;
  /** Differs from run to run, and with it the keys in Redis. */
  secret: string;
  /** Signs checkpoints of the audit trail, and is the same on all instances of a run. */
  checkpointKey: string;
  plan: FaultPlan;
  journal: Journal;
  broker: Broker;
}

/** The plugin with its mail module in a backend of its own, doors before all of its ports. */
export class Instance {
  private constructor(
    readonly life: Life,
    readonly baseUrl: string,
    private readonly knex: Knex,
    private readonly backend: TestBackend,
  ) {}

  static async start(surroundings: Surroundings): Promise<Instance> {
    const { databaseUrl, plan, journal, redisUrl } = surroundings;
    const life = new Life();
    const door = new Door(plan, life);
    const knex = knexLibrary({
      client: 'pg',
      connection: {
        connectionString: databaseUrl,
        query_timeout: queryTimeoutMs,
      },
      pool: { min: 0, max: 10 },
      log: journal.knexLog(life),
    });
    new PostgresDoor(plan, life, queryTimeoutMs).standBefore(knex);
    const redis = redisUrl && new RedisDoor(redisUrl, plan, life);
    const broker = await surroundings.broker.link({ knex, door });
    const backend = await startTestBackend({
      features: [
        changeGuardPlugin,
        changeGuardEmailModule,
        broker.feature,
        ...services(surroundings, door, knex, {
          redisUrl: await redis?.open(),
          broker: broker.config,
          smtpPort: await new MailDoor(plan, life, journal).open(),
        }),
      ],
    });
    const { server } = backend;
    nameRequests(server);
    life.onEnd(() => {
      server.close();
      server.closeAllConnections();
    });
    const baseUrl = `http://127.0.0.1:${server.port()}/api/changeguard`;
    broker.letIn();
    await waitUntil(
      'all subscriptions are read',
      () => broker.opened() >= 4 || life.over,
      30_000,
    );
    journal.note('An instance started');
    return new Instance(life, baseUrl, knex, backend);
  }

  /** Ends it as a portal that stops would; of an abandoned one, gives back what this process still keeps for it. */
  async stop(): Promise<void> {
    const { life, backend, knex } = this;
    if (life.over) {
      void backend.stop().catch(() => {});
      return;
    }
    await backend.stop();
    await knex.destroy();
    life.end();
  }
}

function nameRequests(server: ReturnType<typeof createServer>): void {
  const [handle] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const step = request.headers[stepHeader];
    within(typeof step === 'string' ? step : 'a request', () =>
      handle.call(server, request, response),
    );
  });
}

function services(
  { journal, secret, checkpointKey }: Surroundings,
  door: Door,
  knex: Knex,
  addresses: { redisUrl?: string; broker: JsonObject; smtpPort: number },
) {
  const { redisUrl, broker, smtpPort } = addresses;
  const known = catalogServiceMock({ entities: entitiesOf(peopleWithMail()) });
  const catalog: Pick<CatalogService, 'getEntitiesByRefs'> = {
    getEntitiesByRefs: (request, options) =>
      door.through('catalog', 'getEntitiesByRefs', () =>
        known.getEntitiesByRefs(request, options),
      ),
  };
  const notifications = {
    send: (sent: NotificationSendOptions) =>
      door.through('notifications', 'send', async () => journal.send(sent)),
  };
  const signals = {
    publish: (signal: SignalPayload) =>
      door.through('signals', 'publish', async () => journal.signal(signal)),
  };
  const ports: Ports = {
    clock: {
      now: () =>
        door.throughNow('clock', `now in ${callerOf()}`, systemClock.now),
    },
    ids: {
      next: () =>
        door.throughNow('ids', `next in ${callerOf()}`, randomIds.next),
    },
    // The shortest delay of every retry.
    random: () => 0,
    times,
  };
  return [
    createServiceFactory({
      service: coreServices.database,
      deps: {},
      // Its database is a copy of one that was migrated.
      factory: () => ({
        getClient: async () => knex,
        migrations: { skip: true },
      }),
    }),
    mockServices.permissions.factory(),
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: 'https://portal.example.com' },
        changeguard: {
          ...broker,
          signing: { keys: [{ id: 'run', secret }] },
          audit: { checkpointKey },
          rateLimit: { writesPerMinute: 10_000, readsPerMinute: 10_000 },
          ...(redisUrl && { cache: { redisUrl } }),
          email: {
            from: 'ChangeGuard <changeguard@example.com>',
            smtp: { host: '127.0.0.1', port: smtpPort },
          },
        },
      },
    }),
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => journal.logger(door.life),
    }),
    createServiceFactory({
      service: coreServices.userInfo,
      deps: {},
      factory: () => ({
        getUserInfo: async credentials => {
          const userEntityRef = nameOf(credentials);
          return {
            userEntityRef,
            ownershipEntityRefs: ownershipOf(userEntityRef),
          };
        },
      }),
    }),
    createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () => catalog as CatalogService,
    }),
    createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => notifications,
    }),
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => signals,
    }),
    createServiceFactory({
      service: portsServiceRef,
      deps: {},
      factory: () => ports,
    }),
  ];
}
