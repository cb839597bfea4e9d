import {
  DefinitionCheckResult,
  FindingGroup,
  groupFindings,
} from '@changeguard/backstage-plugin-changeguard-common';

/** What came of checking one file, as every output tells it. */
export interface CheckReport
  extends Omit<DefinitionCheckResult, 'base' | 'findings' | 'format'> {
  /** The file that was checked, as it was named. */
  file: string;
  /** The entity that it defines; null when none was named. */
  entityRef: string | null;
  /** What it was compared with, in words; null when there was nothing. */
  base: string | null;
  /** Null when it is not known, of what could not be compared. */
  format: string | null;
  findings: ReportedFinding[];
}

/** A finding whose link, where it was accepted, is a whole address. */
export type ReportedFinding = DefinitionCheckResult['findings'][number];

/** Findings that say the same of one part of the definition, told once. */
export type ReportedGroup = FindingGroup<ReportedFinding>;

/** What stands in the way: it breaks, and nobody has accepted or announced it. */
export function blockersOf(report: CheckReport): ReportedGroup[] {
  return groupFindings(
    report.findings.filter(
      ({ severity, accepted }) => severity === 'breaking' && !accepted,
    ),
  );
}
