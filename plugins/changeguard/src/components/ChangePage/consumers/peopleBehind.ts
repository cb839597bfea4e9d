import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';

/** How far one channel got with the people of the consumers. */
export interface ChannelReach {
  channel: string;
  delivered: number;
  pending: number;
  refused: number;
  /** Failed at every attempt. */
  givenUp: number;
  undeliverable: number;
  total: number;
}

/** The people behind several consumers. */
export interface PeopleBehind {
  people: number;
  teams: number;
  channels: ChannelReach[];
}

/**
 * The people behind several consumers, each set of owners counted once: a team that owns three consumers is told once. Teams
 * that share members count these members twice, so the number is an upper bound.
 */
export function peopleBehind(
  consumers: readonly AffectedConsumer[],
): PeopleBehind {
  const seen = new Set<string>();
  const teams = new Set<string>();
  const channels = new Map<string, ChannelReach>();
  let people = 0;
  for (const { ownerRefs, reach } of consumers) {
    const owners = [...ownerRefs].sort().join(' ');
    if (seen.has(owners)) continue;
    seen.add(owners);
    people += reach.people;
    for (const owner of ownerRefs) {
      if (owner.startsWith('group:')) teams.add(owner);
    }
    for (const [channel, count] of Object.entries(reach.channels)) {
      const sum = channels.get(channel) ?? {
        channel,
        delivered: 0,
        pending: 0,
        refused: 0,
        givenUp: 0,
        undeliverable: 0,
        total: 0,
      };
      sum.delivered += count.delivered;
      sum.pending += count.pending;
      sum.refused += count.refused;
      sum.givenUp += count.failed - count.refused;
      sum.undeliverable += count.undeliverable;
      sum.total +=
        count.delivered + count.pending + count.failed + count.undeliverable;
      channels.set(channel, sum);
    }
  }
  return { people, teams: teams.size, channels: [...channels.values()] };
}
