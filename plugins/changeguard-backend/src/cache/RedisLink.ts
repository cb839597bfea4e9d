import { LoggerService } from '@backstage/backend-plugin-api';
import { Redis } from 'ioredis';

/** How long one command may take before it counts as failed; ioredis would wait for ever on a frozen server. */
const commandTimeout = 200;
/** Failures in a row after which Redis is left alone. */
const tolerated = 2;
const pause = 5_000;

/**
 * Redis, which may vanish without harm: a command that cannot be had answers `undefined`, at once while the breaker is open.
 *
 * States: closed (commands run) → open after two failures in a row (nothing is asked for five seconds) → half-open (one command tries;
 * its success closes, its failure opens again).
 */
export class RedisLink {
  readonly client: Redis;
  private failures = 0;
  private openUntil = 0;
  private lastError: string | null = null;

  constructor(
    url: string,
    private readonly logger: LoggerService,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.client = new Redis(url, {
      // A queue would turn an outage into waiting requests.
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      commandTimeout,
      connectTimeout: 2_000,
      retryStrategy: attempt => Math.min(attempt * 200, 5_000),
      connectionName: 'changeguard',
    });
    this.client.on('error', error => this.failed(error));
    this.client.on('ready', () => this.worked());
  }

  /** Runs a command; `undefined` when Redis is away, too slow, or said no. */
  async run<T>(command: (redis: Redis) => Promise<T>): Promise<T | undefined> {
    if (this.now() < this.openUntil) return undefined;
    if (this.failures >= tolerated) {
      // Half-open: one command tries, the others of this moment do without.
      this.openUntil = this.now() + pause;
    }
    try {
      const result = await command(this.client);
      this.worked();
      return result;
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  /** One sentence when it does not work; null when it does. */
  async trouble(): Promise<string | null> {
    const pong = await this.run(redis => redis.ping());
    return pong ? null : this.lastError ?? 'does not answer';
  }

  /** Whether it is left alone at the moment. */
  get isOpen(): boolean {
    return this.failures >= tolerated;
  }

  close(): void {
    this.client.disconnect();
  }

  private worked(): void {
    if (this.failures >= tolerated) {
      this.logger.info('Redis is back; ChangeGuard caches in it again');
    }
    this.failures = 0;
    this.openUntil = 0;
    this.lastError = null;
  }

  private failed(error: unknown): void {
    this.lastError = error instanceof Error ? error.message : String(error);
    this.failures++;
    if (this.failures < tolerated) return;
    this.openUntil = this.now() + pause;
    if (this.failures === tolerated) {
      this.logger.warn(
        `Redis is away, ChangeGuard does without: ${this.lastError}`,
      );
    }
  }
}
