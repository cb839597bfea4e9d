import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';

/** The id of the list of what was accepted. */
export const ACCEPTED = 'changeguard-accepted';

/** Who takes responsibility now, by fingerprint. */
export type Marks = ReadonlyMap<string, DetectedFinding['accepted']>;

/** Is told who takes responsibility now. */
export type OnMark = (marks: Marks) => void;

/** How a finding is marked that was accepted on this page, where the list of them is. */
export function acceptedHere(id: string): DetectedFinding['accepted'] {
  return { by: 'acceptance', id, link: `#${ACCEPTED}` };
}
