import {
  GroupableFinding,
  groupFindings,
  Severity,
} from '@changeguard/backstage-plugin-changeguard-common';
import { JudgedFinding } from '../database/detectionTables';
import { mostChangeFindings } from './decideChange';

const longestTitle = 300;

/** What a detected change is called: what it says first, in how many places, and how much more there is. */
export function detectedTitle(findings: readonly GroupableFinding[]): string {
  const [{ told, findings: same }, ...rest] = groupFindings(findings);
  const places = same.length > 1 ? ` (in ${same.length} places)` : '';
  const more =
    rest.length > 0
      ? ` and ${rest.length} more difference${rest.length > 1 ? 's' : ''}`
      : '';
  const end = places + more;
  const words = told.message.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
  const room = longestTitle - end.length;
  return words.length <= room
    ? words + end
    : `${words.slice(0, room - 1).replace(/\p{Surrogate}$/u, '')}…${end}`;
}

/** What a detected change says of itself until somebody says it better. */
export function detectedDescription(findingCount: number): string {
  const detected =
    'Detected by comparing the definition with the revision before it.';
  return findingCount >= mostChangeFindings
    ? `${detected} Only the first ${mostChangeFindings} findings are listed here; the revision's comparison has more.`
    : detected;
}

/** As much as the worst of its findings. */
export function worstSeverity(
  findings: readonly Pick<JudgedFinding, 'severity'>[],
): Severity {
  const severities = new Set(findings.map(({ severity }) => severity));
  if (severities.has('breaking')) return 'breaking';
  return severities.has('dangerous') ? 'dangerous' : 'non-breaking';
}
