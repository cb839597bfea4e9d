import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';

/**
 * Why nothing has arrived at a consumer's people: `nobody` stands behind it, nothing was sent to them (`notTold`), it is on its
 * way, every attempt failed (`givenUp`), the receiving side refused it, or they have no address that works (`undeliverable`).
 */
export type WhyNotReached =
  | 'nobody'
  | 'notTold'
  | 'pending'
  | 'givenUp'
  | 'refused'
  | 'undeliverable';

/** A consumer at whose people nothing has arrived. */
export interface NotReached {
  entityRef: string;
  why: WhyNotReached;
  /** The channels of which that is true. */
  channels: string[];
}

type Counts = AffectedConsumer['reach']['channels'][string];

/** What may still arrive weighs more than what has failed, and that more than what could never be sent. */
const reasons: [WhyNotReached, (counts: Counts) => number][] = [
  ['pending', ({ pending }) => pending],
  ['givenUp', ({ failed, refused }) => failed - refused],
  ['refused', ({ refused }) => refused],
  ['undeliverable', ({ undeliverable }) => undeliverable],
];

/** The consumers at whose people nothing has arrived on any channel, and why. One that is no longer affected need not be. */
export function notReached(
  consumers: readonly AffectedConsumer[],
): NotReached[] {
  return consumers.flatMap(({ entityRef, left, reach, reachable }) => {
    const counts = Object.entries(reach.channels);
    if (left || counts.some(([, { delivered }]) => delivered > 0)) return [];
    if (!reachable) return [{ entityRef, why: 'nobody', channels: [] }];
    for (const [why, count] of reasons) {
      const channels = counts.filter(([, one]) => count(one) > 0);
      if (channels.length > 0) {
        return [{ entityRef, why, channels: channels.map(([id]) => id) }];
      }
    }
    return [{ entityRef, why: 'notTold', channels: [] }];
  });
}
