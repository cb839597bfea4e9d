import { ResolvedAudience, ResolvedConsumer } from './AudienceResolver';

/** A consumer that a change has on its list. */
export interface KnownConsumer {
  id: string;
  entityRef: string;
  left: boolean;
  reachable: boolean;
}

/** What has changed between the frozen list and the catalog of today. */
export interface AudienceDifference {
  appeared: ResolvedConsumer[];
  /** Had left, and uses the entity again. */
  returned: KnownConsumer[];
  /** Was on the list with nobody behind it, and has people now. */
  reached: { known: KnownConsumer; consumer: ResolvedConsumer }[];
  left: KnownConsumer[];
}

/** Compares a change's list with a new resolution. Nobody has left as long as the catalog could not be read whole. */
export function diffAudience(
  known: readonly KnownConsumer[],
  resolved: Pick<ResolvedAudience, 'consumers' | 'state' | 'found'>,
): AudienceDifference {
  const knownByRef = new Map(known.map(one => [one.entityRef, one]));
  const found = new Set(resolved.consumers.map(({ entityRef }) => entityRef));
  const whole = resolved.state === 'complete' && resolved.found;
  return {
    appeared: resolved.consumers.filter(
      ({ entityRef }) => !knownByRef.has(entityRef),
    ),
    returned: known.filter(one => one.left && found.has(one.entityRef)),
    reached: resolved.consumers.flatMap(consumer => {
      const one = knownByRef.get(consumer.entityRef);
      return one && !one.reachable && consumer.members.length > 0
        ? [{ known: one, consumer }]
        : [];
    }),
    left: whole
      ? known.filter(one => !one.left && !found.has(one.entityRef))
      : [],
  };
}
