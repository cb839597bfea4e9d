import { verdictOf } from '@changeguard/backstage-plugin-changeguard-common';
import {
  RuleLevels,
  ruleSets,
} from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { UsageError } from '../UsageError';
import { CheckReport } from './CheckReport';
import { compareApart } from './compareApart';
import { failedReport } from './failedReport';
import { Definition } from './readDefinition';

/** Of JavaScript objects: GitHub's 13 MB of OpenAPI take less than a third. */
const memoryMb = 1_024;

/** Compares a file with a base, asking nobody. */
export async function checkOffline(options: {
  revision: Definition;
  base: Definition;
  format: string;
  levels?: RuleLevels;
  /** How long it may take. */
  timeoutMs: number;
}): Promise<CheckReport> {
  const { revision, base, levels, timeoutMs } = options;
  const ruleSet = ruleSets.get(options.format);
  if (!ruleSet) {
    throw new UsageError(
      `There is no format '${options.format}': they are ${[
        ...ruleSets.keys(),
      ].join(', ')}.`,
    );
  }
  const comparison = await compareApart(
    {
      format: ruleSet.id,
      base: base.text,
      revision: revision.text,
      levels,
      now: new Date(),
    },
    { memoryMb, milliseconds: timeoutMs },
  );
  const about = {
    file: revision.path,
    entityRef: null,
    base: base.name,
    format: ruleSet.id,
  };
  if (comparison.outcome === 'failed') {
    const { reason, which, message, line = null } = comparison;
    return failedReport(about, { reason, which, message, line });
  }
  const { findings } = comparison;
  const purposes = new Map(ruleSet.rules.map(rule => [rule.id, rule.purpose]));
  return {
    ...about,
    outcome: comparison.outcome,
    verdict: verdictOf(comparison),
    passes: findings.every(({ severity }) => severity !== 'breaking'),
    findings: findings.map(finding => ({
      ...finding,
      operation: finding.operation ?? null,
      beforeRange: finding.beforeRange ?? null,
      afterRange: finding.afterRange ?? null,
      purpose: purposes.get(finding.rule) ?? '',
      accepted: null,
    })),
    findingCount: findings.length,
    reasons: comparison.outcome === 'partial' ? comparison.reasons : [],
    failure: null,
    hints: [],
  };
}
