import { DefinitionCheckResult } from '@changeguard/backstage-plugin-changeguard-common';

/** What came of checking one file, as every output tells it. */
export interface CheckReport
  extends Omit<DefinitionCheckResult, 'base' | 'findings'> {
  /** The file that was checked, as it was named. */
  file: string;
  /** The entity that it defines; null when none was named. */
  entityRef: string | null;
  /** What it was compared with, in words; null when there was nothing. */
  base: string | null;
  findings: ReportedFinding[];
}

/** A finding whose link, where it was accepted, is a whole address. */
export type ReportedFinding = DefinitionCheckResult['findings'][number];

/** Findings that stand in the way: they break, and nobody has accepted or announced them. */
export function blockersOf(report: CheckReport): ReportedFinding[] {
  return report.findings.filter(
    ({ severity, accepted }) => severity === 'breaking' && !accepted,
  );
}
