import { toError } from '@backstage/errors';
import { Knex } from 'knex';
import { withDeadline } from './actors/withDeadline';
import { RedisLink } from './cache/RedisLink';
import { DependencyHealth, HealthProbes } from './service/getHealth';

/** Whoever asks for the health is told within this time. */
const deadline = 3_000;

async function databaseHealth(knex: Knex): Promise<DependencyHealth> {
  const kind = 'postgresql';
  try {
    await withDeadline(
      async () => knex.raw('/* health */ select 1'),
      deadline,
      'A query',
    );
    return { state: 'fine', kind, message: null };
  } catch (error) {
    return { state: 'away', kind, message: toError(error).message };
  }
}

async function cacheHealth(link: RedisLink | null): Promise<DependencyHealth> {
  if (!link) {
    return {
      state: 'off',
      kind: 'memory',
      message: 'No Redis is configured: each process caches for itself',
    };
  }
  const trouble = await link.trouble();
  return {
    state: trouble ? 'away' : 'fine',
    kind: 'redis',
    message: trouble && `Doing without: ${trouble}`,
  };
}

/** Asks everything that ChangeGuard depends on, at once. */
export function healthProbes(deps: {
  knex: Knex;
  redis: RedisLink | null;
  pipeline: HealthProbes;
}): HealthProbes {
  return async () => {
    const [database, cache] = await Promise.all([
      databaseHealth(deps.knex),
      cacheHealth(deps.redis),
    ]);
    // Without the database the pipeline has nothing to say but the same again, and slowly.
    if (database.state === 'away') return { database, cache };
    const pipeline = await withDeadline(
      () => deps.pipeline(),
      deadline,
      'The pipeline',
    ).catch(
      (error): Record<string, DependencyHealth> => ({
        pipeline: {
          state: 'degraded',
          kind: 'pipeline',
          message: toError(error).message,
        },
      }),
    );
    return { database, cache, ...pipeline };
  };
}
