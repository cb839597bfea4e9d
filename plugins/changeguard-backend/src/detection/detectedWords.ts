import { Severity } from '@changeguard/backstage-plugin-changeguard-common';
import { JudgedFinding } from '../database/tables';
import { mostChangeFindings } from './decideChange';

const longestTitle = 300;

/** What a detected change is called: its first finding, and how many more there are. */
export function detectedTitle(
  findings: readonly Pick<JudgedFinding, 'message'>[],
): string {
  const [first, ...rest] = findings;
  const more =
    rest.length > 0
      ? ` and ${rest.length} more difference${rest.length > 1 ? 's' : ''}`
      : '';
  const words = first.message.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
  const room = longestTitle - more.length;
  return words.length <= room
    ? words + more
    : `${words.slice(0, room - 1).replace(/\p{Surrogate}$/u, '')}…${more}`;
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
