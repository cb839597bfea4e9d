import { AudienceConsumer } from '@changeguard/backstage-plugin-changeguard-common';

/** The consumers of the same owners. */
export interface AudienceOfOwners {
  ownerRefs: string[];
  people: number;
  reachable: boolean;
  consumers: AudienceConsumer[];
}

/** Puts consumers of the same owners together: a team is told once, whatever it owns. Those with nobody to tell come first. */
export function byOwner(
  consumers: readonly AudienceConsumer[],
): AudienceOfOwners[] {
  const groups = new Map<string, AudienceOfOwners>();
  for (const consumer of consumers) {
    const key = [...consumer.ownerRefs].sort().join(' ');
    const group = groups.get(key) ?? {
      ownerRefs: consumer.ownerRefs,
      people: consumer.people,
      reachable: consumer.reachable,
      consumers: [],
    };
    group.consumers.push(consumer);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.reachable) - Number(b.reachable) || b.people - a.people,
  );
}
