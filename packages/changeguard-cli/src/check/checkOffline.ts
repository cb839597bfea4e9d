import { verdictOf } from '@changeguard/backstage-plugin-changeguard-common';
import {
  compareAndJudge,
  defaultBudget,
  formats,
  RuleLevels,
} from '@changeguard/backstage-plugin-changeguard-detection';
import { UsageError } from '../UsageError';
import { CheckReport } from './CheckReport';
import { failedReport } from './failedReport';
import { Definition } from './readDefinition';

/** Compares a file with a base, asking nobody. */
export async function checkOffline(options: {
  revision: Definition;
  base: Definition;
  format: string;
  levels?: RuleLevels;
}): Promise<CheckReport> {
  const { revision, base, levels } = options;
  const format = formats.get(options.format);
  if (!format) {
    throw new UsageError(
      `There is no format '${options.format}': they are ${[
        ...formats.keys(),
      ].join(', ')}.`,
    );
  }
  const comparison = await compareAndJudge(format, base.text, revision.text, {
    budget: defaultBudget,
    now: new Date(),
    levels,
  });
  const about = {
    file: revision.path,
    entityRef: null,
    base: base.name,
    format: format.id,
  };
  if (comparison.outcome === 'failed') {
    const { reason, which, message, line = null } = comparison;
    return failedReport(about, { reason, which, message, line });
  }
  const { findings } = comparison;
  const purposes = new Map(format.rules.map(rule => [rule.id, rule.purpose]));
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
