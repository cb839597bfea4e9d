import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import { markGroups } from '../findings/groupRows';
import { FindingValues } from '../formValues';

/** So many findings the form takes. */
const MOST = 200;

/** As long as the API takes each text of a recorded finding. */
const LONGEST = {
  pointer: 2_000,
  operation: 2_000,
  fragment: 4_000,
  message: 2_000,
};

/** A text that definitions wrote, cut where the API would refuse it. */
function fitting(text: string | null, longest: number): string {
  if (text === null || text.length <= longest) return text ?? '';
  // Half of a character that takes two units would be no text.
  return `${text.slice(0, longest - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

/** Rows of the form for what a comparison found, without those the form has already, as many as there is room for. */
export function detectedRows(
  found: readonly DetectedFinding[],
  present: readonly FindingValues[],
): FindingValues[] {
  const known = new Set(present.map(({ fingerprint }) => fingerprint));
  const rows = found
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .slice(0, Math.max(0, MOST - present.length))
    .map<FindingValues>(finding => ({
      key: `detected-${finding.fingerprint}`,
      rule: finding.rule,
      severity: finding.severity,
      side: finding.side ?? '',
      pointer: fitting(finding.pointer, LONGEST.pointer),
      operation:
        finding.operation && fitting(finding.operation, LONGEST.operation),
      before: fitting(finding.before, LONGEST.fragment),
      after: fitting(finding.after, LONGEST.fragment),
      message: fitting(finding.message, LONGEST.message),
      fingerprint: finding.fingerprint,
    }));
  return markGroups(rows);
}
