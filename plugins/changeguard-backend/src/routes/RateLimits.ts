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

interface Limit {
  points: number;
  shared: RateLimiterRedis | null;
  own: RateLimiterMemory;
}

/**
 * Counts requests per minute and principal, together with the other replicas while Redis works, else alone.
 *
 * Nobody waits for Redis, which would add its round trip to every request: each process counts by itself at once, tells Redis, and from the
 * answer on refuses whom the shared count has at the limit. Within one process the limit is exact; each further replica can let in one more
 * before it learns, and what comes during the round trip.
 */
export class RateLimits {
  private readonly limits: Record<'read' | 'write', Limit>;

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
    };
  }

  /** @throws TooManyRequestsError - when the principal has used up this minute. */
  async take(kind: 'read' | 'write', principal: string): Promise<void> {
    const { points, shared, own } = this.limits[kind];
    const counted = await consume(own, principal);
    if (counted.consumedPoints > points) {
      throw new TooManyRequestsError(
        Math.max(1, Math.ceil(counted.msBeforeNext / 1_000)),
      );
    }
    // `run` never rejects.
    if (shared) void this.share(shared, own, principal, points);
  }

  private async share(
    shared: RateLimiterRedis,
    own: RateLimiterMemory,
    principal: string,
    points: number,
  ): Promise<void> {
    const counted = await this.deps.redis?.run(() =>
      consume(shared, principal),
    );
    if (counted && counted.consumedPoints >= points) {
      await own.block(principal, Math.ceil(counted.msBeforeNext / 1_000));
    }
  }

  private limit(kind: 'read' | 'write', points: number): Limit {
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
    };
  }
}

/** The count after one more; what the library throws for "too many" is a count, too. */
async function consume(
  limiter: RateLimiterAbstract,
  principal: string,
): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(principal);
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}
