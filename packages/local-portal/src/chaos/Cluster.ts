import { join } from 'node:path';
import pg from 'pg';
import type { Progress } from '../report/Progress.ts';
import { startPostgres } from '../services/postgres.ts';
import type { BuiltPortal } from '../startBuiltPortal.ts';
import { startReplicas } from '../startReplicas.ts';
import { startServices, type PortalServices } from '../startServices.ts';
import { startBroker, type Broker, type TransportName } from './Broker.ts';
import { MailSink } from './MailSink.ts';

/** Backends of a cluster. */
const BACKENDS = 3;
/**
 * How long subscribers have for an event before it is published again, in seconds. Longer than a lease and a poll, so that this does
 * not flatter the recovery after a kill; shorter than the default of two minutes, so that a deleted topic heals within a run.
 */
export const REPUBLISH_AFTER_S = 45;

/**
 * Three built backends on the same PostgreSQL, Redis, broker and mail server, all of them its own, so that they may be killed.
 *
 * States: `start` → running; what is killed, frozen or stopped is brought back by whoever did it → `stop` → stopped.
 */
export class Cluster {
  readonly services: PortalServices;
  readonly broker: Broker;
  readonly mails: MailSink;
  readonly backends: readonly BuiltPortal[];
  /** ChangeGuard's database. */
  readonly changeguard: pg.Pool;
  /** That of the portal's notifications. */
  readonly notifications: pg.Pool;
  readonly #folder: string;
  #postgres: PortalServices['postgres'];

  private constructor(parts: {
    services: PortalServices;
    broker: Broker;
    mails: MailSink;
    backends: readonly BuiltPortal[];
    folder: string;
  }) {
    this.services = parts.services;
    this.broker = parts.broker;
    this.mails = parts.mails;
    this.backends = parts.backends;
    this.#folder = parts.folder;
    this.#postgres = parts.services.postgres;
    this.changeguard = this.#database('changeguard');
    this.notifications = this.#database('notifications');
  }

  static async start(options: {
    folder: string;
    transport: TransportName;
    progress: Progress;
  }): Promise<Cluster> {
    const { folder, transport, progress } = options;
    refuseForeignServices();
    const services = await startServices({
      folder,
      // What it has answered must be there after it was stopped the hard way.
      durable: true,
      whenMissing: { redis: 'fail', pubsub: 'fall-back' },
      progress,
    });
    const broker = await startBroker(transport, { services, folder });
    const mails = await MailSink.start();
    const backends = await startReplicas(BACKENDS, {
      services,
      folder,
      name: 'backend',
      progress,
      config: {
        changeguard: {
          ...broker.config,
          email: { smtp: mails.smtp },
          outbox: { republishAfter: { seconds: REPUBLISH_AFTER_S } },
          rateLimit: { writesPerMinute: 100_000, readsPerMinute: 100_000 },
        },
      },
    });
    return new Cluster({ services, broker, mails, backends, folder });
  }

  /**
   * Stops PostgreSQL and starts it again on the same data.
   *
   * @param how - `SIGINT` ends sessions in good order, `SIGQUIT` at once, to be recovered from its log
   */
  async restartPostgres(
    how: 'SIGINT' | 'SIGQUIT',
    meanwhile: () => Promise<unknown>,
  ): Promise<void> {
    const { process, connection } = this.#postgres;
    process?.kill(how);
    await process?.exited;
    await meanwhile();
    this.#postgres = await startPostgres({
      dataDir: join(this.#folder, 'postgres'),
      logFile: join(this.#folder, 'logs', 'postgres.log'),
      port: connection.port,
      password: connection.password,
      durable: true,
    });
  }

  async stop(): Promise<void> {
    await Promise.all([this.changeguard.end(), this.notifications.end()]);
    // Those that were not asked to stop have nothing left to lose.
    await Promise.all(this.backends.map(backend => backend.kill('SIGKILL')));
    await this.broker.close();
    await this.mails.stop();
    await this.services.stop();
    await this.#postgres.stop();
  }

  #database(plugin: string): pg.Pool {
    const { url } = this.services.postgres.connection;
    const pool = new pg.Pool({
      connectionString: `${url}/backstage_plugin_${plugin}`,
      connectionTimeoutMillis: 5_000,
      max: 4,
    });
    // PostgreSQL is stopped under it.
    pool.on('error', () => {});
    return pool;
  }
}

/** @throws Error that names the variable by which somebody lends us a service we would break */
function refuseForeignServices(): void {
  const given = [
    'CHANGEGUARD_POSTGRES_URL',
    'CHANGEGUARD_REDIS_URL',
    'PUBSUB_EMULATOR_HOST',
  ].find(name => process.env[name]);
  if (given) {
    throw new Error(
      `This run stops and freezes its services and so starts its own: unset ${given}.`,
    );
  }
}
