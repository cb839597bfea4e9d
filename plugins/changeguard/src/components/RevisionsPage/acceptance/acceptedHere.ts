import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';

/** The id of the list of what was accepted. */
export const ACCEPTED = 'changeguard-accepted';

/** Says who takes responsibility now, by fingerprint. */
export type OnMark = (
  marks: ReadonlyMap<string, DetectedFinding['accepted']>,
) => void;

/** How a finding is marked that was accepted on this page, where the list of them is. */
export function acceptedHere(id: string): DetectedFinding['accepted'] {
  return { by: 'acceptance', id, link: `#${ACCEPTED}` };
}
