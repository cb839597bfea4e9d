import { AuditVerification } from '@changeguard/backstage-plugin-changeguard-common';

/** What is wrong with the trail, and where. */
export type BadPlace = NonNullable<AuditVerification['firstBad']>;

/** The one that is earliest in the chain; null when there is none. */
export function earliest(
  ...found: readonly (BadPlace | null)[]
): BadPlace | null {
  const [first = null] = found
    .flatMap(one => (one ? [one] : []))
    .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  return first;
}
