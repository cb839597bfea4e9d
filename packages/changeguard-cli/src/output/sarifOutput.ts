import { pathToFileURL } from 'url';
import { relative } from 'path';
import { version } from '../../package.json';
import { CheckReport, ReportedFinding } from '../check/CheckReport';
import { acceptedInWords, formerPlaceOf, verdictInWords } from './inWords';
import { Output } from './Output';

const levels = {
  breaking: 'error',
  dangerous: 'warning',
  'non-breaking': 'note',
} as const;

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0), as GitHub's and others' code scanning read it. What was accepted or
 * announced is there, suppressed.
 */
export const sarifOutput: Output = report =>
  JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'ChangeGuard',
              semanticVersion: version,
              rules: rulesOf(report),
            },
          },
          invocations: [
            {
              executionSuccessful: report.outcome !== 'failed',
              toolExecutionNotifications: notificationsOf(report),
            },
          ],
          results: report.findings.map(finding => resultOf(report, finding)),
        },
      ],
    },
    null,
    2,
  );

function rulesOf({ findings }: CheckReport) {
  const rules = new Map(findings.map(finding => [finding.rule, finding]));
  return [...rules.values()].map(({ rule, purpose }) => ({
    id: rule,
    shortDescription: { text: purpose || rule },
  }));
}

function notificationsOf(report: CheckReport) {
  const { failure, reasons, hints } = report;
  return [
    ...(failure
      ? [{ level: 'error', message: { text: verdictInWords(report) } }]
      : []),
    ...[...reasons, ...hints].map(text => ({
      level: 'warning',
      message: { text },
    })),
  ];
}

function resultOf(report: CheckReport, finding: ReportedFinding) {
  const { rule, severity, message, fingerprint, afterRange, accepted } =
    finding;
  const former = formerPlaceOf(report, finding);
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: former ? `${message} It was at ${former}.` : message },
    partialFingerprints: { 'changeguard/v1': fingerprint },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(report.file) },
          // What is gone stands nowhere in the file: the first line, since scanners ask for one.
          region: afterRange ?? { startLine: 1 },
        },
      },
    ],
    ...(accepted && {
      suppressions: [
        {
          kind: 'external',
          justification: `${acceptedInWords(finding)}: ${accepted.link}`,
        },
      ],
    }),
  };
}

/** Relative to where the command runs, which in a pipeline is the checkout; absolute outside of it. */
function uriOf(file: string): string {
  const path = relative(process.cwd(), file) || file;
  return path.startsWith('..')
    ? pathToFileURL(file).href
    : path.split(/[\\/]/).map(encodeURIComponent).join('/');
}
