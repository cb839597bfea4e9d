import {
  compareAndJudge,
  decodeText,
  defaultBudget,
  describeChanges,
  describeDifference,
  Finding,
  Format,
} from '@changeguard/backstage-plugin-changeguard-detection';
import { JudgedFinding } from '../database/detectionTables';
import { ComparisonRequest, JudgedComparison } from './Comparer';
import { failedComparison } from './failedComparison';

/** Findings that are kept of one comparison; the rest is counted. */
const mostFindings = 2_000;

/** Compares two definitions and judges what differs. Takes processor time: run it where nobody waits. */
export async function compareDefinitions(
  request: ComparisonRequest,
  format: Format,
  options: { bytes: number; now: Date },
): Promise<JudgedComparison> {
  const base = decodeText(request.base);
  if (base.outcome === 'failed') {
    const { reason, message, line = null } = base.failure;
    return failedComparison(reason, message, { which: 'base', line });
  }
  const revision = decodeText(request.revision);
  if (revision.outcome === 'failed') {
    const { reason, message, line = null } = revision.failure;
    return failedComparison(reason, message, { which: 'revision', line });
  }
  const comparison = await compareAndJudge(format, base.text, revision.text, {
    budget: { ...defaultBudget, bytes: options.bytes },
    now: options.now,
    levels: request.levels,
  });
  if (comparison.outcome === 'failed') {
    const { reason, message, which, line = null } = comparison;
    return failedComparison(reason, message, { which, line });
  }
  const { findings } = comparison;
  const purposes = new Map(format.rules.map(rule => [rule.id, rule.purpose]));
  return {
    outcome: comparison.outcome,
    findings: findings
      .slice(0, mostFindings)
      .map(finding => toJudged(finding, purposes.get(finding.rule) ?? '')),
    findingCount: findings.length,
    reasons: comparison.outcome === 'partial' ? comparison.reasons : [],
    changelog: describeChanges(findings),
    failure: null,
    sideBySide: request.sideBySide
      ? describeDifference(
          base.text,
          revision.text,
          findings.slice(0, mostFindings),
        )
      : null,
  };
}

function toJudged(finding: Finding, purpose: string): JudgedFinding {
  return {
    ...finding,
    operation: finding.operation ?? null,
    beforeRange: finding.beforeRange ?? null,
    afterRange: finding.afterRange ?? null,
    purpose,
  };
}
