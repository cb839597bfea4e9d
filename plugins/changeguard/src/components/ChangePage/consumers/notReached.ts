import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';

/**
 * Why nothing has arrived at a consumer's people: `nobody` stands behind it, nothing was sent to them (`notTold`), it is on its
 * way, every attempt failed, or they have no address.
 */
export type WhyNotReached =
  | 'nobody'
  | 'notTold'
  | 'pending'
  | 'failed'
  | 'undeliverable';

/** A consumer at whose people nothing has arrived. */
export interface NotReached {
  entityRef: string;
  why: WhyNotReached;
  /** The channels it was tried on. */
  channels: string[];
}

/** The consumers at whose people nothing has arrived on any channel, and why. One that is no longer affected need not be. */
export function notReached(
  consumers: readonly AffectedConsumer[],
): NotReached[] {
  return consumers.flatMap(({ entityRef, left, reach, reachable }) => {
    const counts = Object.values(reach.channels);
    if (left || counts.some(({ delivered }) => delivered > 0)) return [];
    const has = (state: 'pending' | 'failed' | 'undeliverable') =>
      counts.some(count => count[state] > 0);
    // What may still arrive weighs more than what has failed, and that more than what could never be sent.
    const tried = (['pending', 'failed', 'undeliverable'] as const).find(has);
    const why = reachable ? tried ?? 'notTold' : 'nobody';
    return [{ entityRef, why, channels: Object.keys(reach.channels) }];
  });
}
