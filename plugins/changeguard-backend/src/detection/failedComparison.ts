import { ComparisonFailure } from '@changeguard/backstage-plugin-changeguard-common';
import { JudgedComparison } from './Comparer';

/** A comparison that ended without findings, and says why. */
export function failedComparison(
  reason: ComparisonFailure['reason'],
  message: string,
  rest: Partial<Pick<ComparisonFailure, 'which' | 'line'>> = {},
): JudgedComparison {
  return {
    outcome: 'failed',
    findings: [],
    findingCount: 0,
    reasons: [],
    changelog: '',
    sideBySide: null,
    failure: { reason, which: null, line: null, message, ...rest },
  };
}
