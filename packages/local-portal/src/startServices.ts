import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MissingServiceError } from './discovery/MissingServiceError.ts';
import { samplePeople } from './people/samplePeople.ts';
import { keepSecrets, type Secrets } from './portal/secrets.ts';
import { freePort } from './processes/ports.ts';
import { stopEverything } from './processes/runningProcesses.ts';
import { Progress } from './report/Progress.ts';
import {
  startIdentityProvider,
  type IdentityProviderConnection,
} from './services/identityProvider.ts';
import { startMailbox, type MailboxConnection } from './services/mailbox.ts';
import { startPostgres, type PostgresConnection } from './services/postgres.ts';
import {
  startPubSubEmulator,
  type PubSubConnection,
} from './services/pubsubEmulator.ts';
import { startRedis, type RedisConnection } from './services/redis.ts';
import type { Service } from './services/Service.ts';

/**
 * What {@link startServices} needs to know.
 *
 * @public
 */
export interface ServicesOptions {
  /** Folder for data, logs and secrets. Outlives the services; the caller removes it. */
  folder: string;
  /** Whether data must survive a power cut; without, PostgreSQL skips `fsync` and is faster. */
  durable: boolean;
  /**
   * What to do where this machine has no Redis or no Pub/Sub emulator: `fall-back` goes without (the
   * portal then caches in its process and sends events through PostgreSQL), `fail` throws.
   */
  whenMissing: { redis: 'fail' | 'fall-back'; pubsub: 'fail' | 'fall-back' };
  /** Further settings of PostgreSQL, such as `shared_preload_libraries`. */
  postgresSettings?: Record<string, string>;
  /** Port that the services' own are counted from, where those are free. By default any. */
  preferredPort?: number;
  /** Where it says what it does. */
  progress?: Progress;
}

/**
 * Everything a portal needs, running.
 *
 * @public
 */
export interface PortalServices {
  postgres: Service<PostgresConnection>;
  /** Absent where there is none and one may go without. */
  redis?: Service<RedisConnection>;
  /** Absent where there is none and one may go without. */
  pubsub?: Service<PubSubConnection>;
  mailbox: Service<MailboxConnection>;
  identityProvider: Service<IdentityProviderConnection>;
  /** Keys and passwords, made once per folder. */
  secrets: Secrets;
  /** What is missing and what stands in for it, a sentence each. */
  fallbacks: string[];
  /** Stops all of them. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL, Redis, the Pub/Sub emulator, a mailbox and an identity provider on 127.0.0.1, or
 * takes those whose addresses are in the environment (`CHANGEGUARD_POSTGRES_URL`, `CHANGEGUARD_REDIS_URL`,
 * `PUBSUB_EMULATOR_HOST`). When one fails, the others are stopped again.
 *
 * @public
 * @throws MissingServiceError when this machine lacks a service that one may not go without
 */
export async function startServices(
  options: ServicesOptions,
): Promise<PortalServices> {
  const { folder, progress = new Progress() } = options;
  mkdirSync(folder, { recursive: true });
  const secrets = keepSecrets(folder);
  return progress.during('Starting the services', async () => {
    const started = await startAll(options, secrets);
    const failed = started.find(result => result.status === 'rejected');
    if (failed) {
      await stopEverything();
      throw failed.reason;
    }
    const [postgres, redis, pubsub, mailbox, identityProvider] = started.map(
      result => (result.status === 'fulfilled' ? result.value : undefined),
    ) as StartedServices;
    const running = [mailbox, pubsub, redis, postgres, identityProvider];
    return {
      postgres,
      redis,
      pubsub,
      mailbox,
      identityProvider,
      secrets,
      fallbacks: [
        ...(redis ? [] : ['No Redis here: the portal caches in its process.']),
        ...(pubsub
          ? []
          : ['No Pub/Sub emulator here: events go through PostgreSQL.']),
      ],
      stop: async () => {
        await Promise.all(running.map(service => service?.stop()));
      },
    };
  });
}

type StartedServices = [
  Service<PostgresConnection>,
  Service<RedisConnection> | undefined,
  Service<PubSubConnection> | undefined,
  Service<MailboxConnection>,
  Service<IdentityProviderConnection>,
];

async function startAll(options: ServicesOptions, secrets: Secrets) {
  const { folder, durable, preferredPort, whenMissing } = options;
  const port = (offset: number) =>
    freePort(preferredPort && preferredPort + offset);
  const files = (name: string) => ({
    dataDir: join(folder, name),
    logFile: join(folder, 'logs', `${name}.log`),
  });
  const ports = {
    mailbox: await port(1),
    identityProvider: await port(2),
    postgres: await port(3),
    redis: await port(4),
    pubsub: await port(5),
    smtp: await port(6),
  };
  return Promise.allSettled([
    startPostgres({
      ...files('postgres'),
      port: ports.postgres,
      password: secrets.postgresPassword,
      durable,
      settings: options.postgresSettings,
      givenUrl: process.env.CHANGEGUARD_POSTGRES_URL,
    }),
    orWithout(
      whenMissing.redis,
      startRedis(
        { ...files('redis'), port: ports.redis },
        process.env.CHANGEGUARD_REDIS_URL,
      ),
    ),
    orWithout(
      whenMissing.pubsub,
      startPubSubEmulator(
        { ...files('pubsub'), port: ports.pubsub },
        process.env.PUBSUB_EMULATOR_HOST,
      ),
    ),
    startMailbox({ ...files('mailbox'), port: ports.mailbox }, ports.smtp),
    startIdentityProvider({
      port: ports.identityProvider,
      clientSecret: secrets.clientSecret,
      sessionsFile: join(folder, 'sign-ins.json'),
      people: samplePeople,
    }),
  ]);
}

async function orWithout<T>(
  whenMissing: 'fail' | 'fall-back',
  service: Promise<T>,
): Promise<T | undefined> {
  try {
    return await service;
  } catch (error) {
    if (whenMissing === 'fall-back' && error instanceof MissingServiceError) {
      return undefined;
    }
    throw error;
  }
}
