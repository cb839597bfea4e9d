import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import { FindingValues } from '../formValues';

/** So many findings the form takes. */
const MOST = 200;

/** Rows of the form for what a comparison found, without those the form has already, as many as there is room for. */
export function detectedRows(
  found: readonly DetectedFinding[],
  present: readonly FindingValues[],
): FindingValues[] {
  const known = new Set(present.map(({ fingerprint }) => fingerprint));
  return found
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .slice(0, Math.max(0, MOST - present.length))
    .map(finding => ({
      key: `detected-${finding.fingerprint}`,
      rule: finding.rule,
      severity: finding.severity,
      side: finding.side ?? '',
      pointer: finding.pointer,
      before: finding.before ?? '',
      after: finding.after ?? '',
      message: finding.message,
      fingerprint: finding.fingerprint,
    }));
}
