import {
  ComparisonFailure,
  DefinitionCheckResult,
  FindingGroup,
  groupFindings,
} from '@changeguard/backstage-plugin-changeguard-common';

/** Why nothing was compared: what stood in the way of comparing, or of what comparing needs. */
export interface CheckFailure extends Omit<ComparisonFailure, 'reason'> {
  /** `unreadable` is a file, or a revision of git, that could not be read; `no-answer` a portal that did not help. */
  reason: ComparisonFailure['reason'] | 'unreadable' | 'no-answer';
}

/** What came of checking one file, as every output tells it. */
export interface CheckReport
  extends Omit<
    DefinitionCheckResult,
    'base' | 'findings' | 'format' | 'failure'
  > {
  /** The file that was checked, as it was named. */
  file: string;
  /** The entity that it defines; null when none was named. */
  entityRef: string | null;
  /** What it was compared with, in words; null when there was nothing. */
  base: string | null;
  /** Null when it is not known, of what could not be compared. */
  format: string | null;
  findings: ReportedFinding[];
  /** Where a change to the entity is announced; only of what was compared and does not pass, and where the portal's pages are known. */
  announceLink?: string;
  /** Only of `failed`. */
  failure: CheckFailure | null;
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
