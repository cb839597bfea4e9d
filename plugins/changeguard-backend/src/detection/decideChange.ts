import { JudgedFinding } from '../database/detectionTables';
import { FindingRow } from '../database/tables';
import { JudgedComparison } from './Comparer';

/** Most findings of one change; the revision's own difference holds more. */
export const mostChangeFindings = 1_000;

/** What a comparison with the baseline means for the entity's detected change. */
export type ChangeDecision =
  | { outcome: 'nothing' }
  | { outcome: 'record'; findings: JudgedFinding[] }
  /** The open change holds these now. */
  | { outcome: 'update'; findings: JudgedFinding[] }
  /** The definition breaks nothing any more: the open change may be withdrawn. */
  | { outcome: 'reverted' };

/**
 * Decides it. Dangerous findings go with breaking ones, and make no change of their own. What somebody has taken responsibility for
 * makes none either, but stays in a change that has it already.
 */
export function decideChange(facts: {
  comparison: JudgedComparison;
  /** Of the open detected change; null when there is none. */
  open: readonly Pick<FindingRow, 'fingerprint'>[] | null;
  /** Fingerprints that are accepted, or part of another change. */
  settled: ReadonlySet<string>;
}): ChangeDecision {
  const { comparison, open, settled } = facts;
  if (comparison.outcome === 'failed') return { outcome: 'nothing' };
  const held = new Set(open?.map(({ fingerprint }) => fingerprint));
  const findings = comparison.findings
    .filter(({ severity }) => severity !== 'non-breaking')
    .filter(
      ({ fingerprint }) => held.has(fingerprint) || !settled.has(fingerprint),
    )
    .slice(0, mostChangeFindings);
  const breaks = findings.some(({ severity }) => severity === 'breaking');
  if (!open) {
    return breaks ? { outcome: 'record', findings } : { outcome: 'nothing' };
  }
  if (breaks) return { outcome: 'update', findings };
  // Of what was compared in part nobody can say that it is back as it was.
  return {
    outcome: comparison.outcome === 'compared' ? 'reverted' : 'nothing',
  };
}
