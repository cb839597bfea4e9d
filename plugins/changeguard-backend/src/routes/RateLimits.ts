import { CustomErrorBase } from '@backstage/errors';
import {
  RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { CacheKeys } from '../cache/CacheKeys';
import { RedisLink } from '../cache/RedisLink';
import { ChangeGuardConfig } from '../config';

/** Somebody asks too often. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  /** Backstage's error handler answers this status. */
  readonly statusCode = 429;

  constructor(readonly retryAfterSeconds: number) {
    super(`Too many requests; try again in ${retryAfterSeconds} s`);
  }
}

/** How long a process gathers what it counted before it tells Redis, in milliseconds. */
const gathering = 50;

/** What is counted apart. */
export type RateKind = 'read' | 'write' | 'export';

interface Limit {
  points: number;
  shared: RateLimiterRedis | null;
  own: RateLimiterMemory;
  /** Requests by principal that Redis does not know yet. */
  untold: Map<string, number>;
}

/**
 * Counts requests per minute and principal, together with the other replicas while Redis works, else alone.
 *
 * Nobody waits for Redis, and few requests pay for a message to it: that was a third of the work of reading a list. Each process counts by
 * itself at once, tells Redis what came together, and from the answer on refuses whom the shared count has at the limit. So a limit is
 * exact within one process; of several, each can let in what comes before it learns.
 */
export class RateLimits {
  private readonly limits: Record<RateKind, Limit>;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly deps: {
      config: ChangeGuardConfig['rateLimit'];
      redis: RedisLink | null;
      keys: CacheKeys;
    },
  ) {
    this.limits = {
      read: this.limit('read', deps.config.readsPerMinute),
      write: this.limit('write', deps.config.writesPerMinute),
      export: this.limit('export', deps.config.exportsPerMinute),
    };
  }

  /**
   * @param cost - as how many requests it counts.
   * @throws TooManyRequestsError - when the principal has used up this minute.
   */
  async take(kind: RateKind, principal: string, cost = 1): Promise<void> {
    const { points, shared, own, untold } = this.limits[kind];
    const counted = await consume(own, principal, cost);
    if (counted.consumedPoints > points) {
      throw new TooManyRequestsError(
        Math.max(1, Math.ceil(counted.msBeforeNext / 1_000)),
      );
    }
    if (!shared) return;
    untold.set(principal, (untold.get(principal) ?? 0) + cost);
    this.timer ??= setTimeout(() => this.tell(), gathering).unref();
  }

  private tell(): void {
    this.timer = undefined;
    for (const limit of Object.values(this.limits)) {
      const untold = [...limit.untold];
      limit.untold.clear();
      // `run` never rejects.
      for (const [principal, requests] of untold) {
        void this.share(limit, principal, requests);
      }
    }
  }

  private async share(
    { shared, own, points }: Limit,
    principal: string,
    requests: number,
  ): Promise<void> {
    if (!shared) return;
    const counted = await this.deps.redis?.run(() =>
      consume(shared, principal, requests),
    );
    if (counted && counted.consumedPoints >= points) {
      await own.block(principal, Math.ceil(counted.msBeforeNext / 1_000));
    }
  }

  private limit(kind: RateKind, points: number): Limit {
    const options = {
      points,
      duration: 60,
      keyPrefix: this.deps.keys.rate(kind),
    };
    return {
      points,
      shared:
        this.deps.redis &&
        new RateLimiterRedis({
          ...options,
          storeClient: this.deps.redis.client,
        }),
      own: new RateLimiterMemory(options),
      untold: new Map(),
    };
  }
}

/** The count after some more; what the library throws for "too many" is a count, too. */
async function consume(
  limiter: RateLimiterAbstract,
  principal: string,
  requests: number,
): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(principal, requests);
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}
