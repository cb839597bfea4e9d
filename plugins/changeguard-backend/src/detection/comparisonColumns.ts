import { verdictOf } from '@changeguard/backstage-plugin-changeguard-common';
import { RevisionRow } from '../database/detectionTables';
import { JudgedComparison } from './Comparer';

/** What a revision's row says of how it differs from the one before; null when there was none that could be read. */
export function comparisonColumns(
  comparison: JudgedComparison | null,
): Pick<
  RevisionRow,
  | 'outcome'
  | 'verdict'
  | 'breaking'
  | 'dangerous'
  | 'non_breaking'
  | 'failure'
  | 'difference'
> {
  const count = (severity: string) =>
    comparison?.findings.filter(one => one.severity === severity).length ?? 0;
  return {
    outcome: comparison?.outcome ?? null,
    verdict: comparison && verdictOf(comparison),
    breaking: count('breaking'),
    dangerous: count('dangerous'),
    non_breaking: count('non-breaking'),
    failure: comparison?.failure ?? null,
    difference: comparison && {
      findings: comparison.findings,
      findingCount: comparison.findingCount,
      reasons: comparison.reasons,
      changelog: comparison.changelog,
    },
  };
}
