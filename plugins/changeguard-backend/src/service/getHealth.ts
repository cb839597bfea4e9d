import { ServiceUnavailableError } from '@backstage/errors';
import { Health } from '@changeguard/backstage-plugin-changeguard-common';
import { UseCase } from './UseCase';

/** How one dependency fares. */
export type DependencyHealth = Health['dependencies'][string];
/** Asks all dependencies; keyed by what they are to us, such as `database` or `transport`. */
export type HealthProbes = () => Promise<Health['dependencies']>;

/** Says what works. Without PostgreSQL nothing does: that alone is a failure of the request. */
export function getHealth(deps: {
  health: HealthProbes;
}): UseCase<'getHealth'> {
  return async () => {
    const dependencies = await deps.health();
    if (dependencies.database?.state === 'away') {
      throw new ServiceUnavailableError(
        `PostgreSQL is away: ${dependencies.database.message}`,
      );
    }
    const states = Object.values(dependencies).map(({ state }) => state);
    return {
      body: {
        // Anything but PostgreSQL being away makes ChangeGuard slower or quieter, not useless.
        state: states.some(state => state === 'away' || state === 'degraded')
          ? 'degraded'
          : 'fine',
        dependencies,
      },
    };
  };
}
