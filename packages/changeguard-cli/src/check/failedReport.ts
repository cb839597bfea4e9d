import { CheckFailure, CheckReport } from './CheckReport';

/** The report of what could not be compared. */
export function failedReport(
  about: Pick<CheckReport, 'file' | 'entityRef' | 'base' | 'format'>,
  failure: CheckFailure,
): CheckReport {
  return {
    ...about,
    outcome: 'failed',
    verdict: 'unknown',
    passes: false,
    findings: [],
    findingCount: 0,
    reasons: [],
    failure,
    hints: [],
  };
}
