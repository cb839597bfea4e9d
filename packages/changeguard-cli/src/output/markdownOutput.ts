import { CheckReport, ReportedFinding } from '../check/CheckReport';
import { acceptedInWords, counted, unlisted, verdictInWords } from './inWords';
import { Output } from './Output';

/** By which a pipeline finds the comment it wrote before, and replaces it. */
const MARKER = '<!-- changeguard -->';

/** GitHub and GitLab take 65,536 characters or more. */
const mostRows = 100;

const headings = [
  ['breaking', '❌ Breaking'],
  ['dangerous', '⚠️ May break'],
  ['non-breaking', 'Also changed'],
] as const;

/** A comment on a pull request. */
export const markdownOutput: Output = report => {
  const { findings, reasons } = report;
  const more = unlisted(report);
  return [
    MARKER,
    `${signOf(report)} **ChangeGuard:** ${escaped(verdictInWords(report))}`,
    ...headings.flatMap(([severity, heading]) => {
      const own = findings.filter(finding => finding.severity === severity);
      return own.length > 0 ? [section(heading, own)] : [];
    }),
    ...(more > 0 ? [`… and ${counted(more, 'more finding')}.`] : []),
    ...(reasons.length > 0
      ? [
          ['Not compared:', ...reasons.map(one => `- ${escaped(one)}`)].join(
            '\n',
          ),
        ]
      : []),
  ].join('\n\n');
};

/** A tick only where nobody need look. */
function signOf({ passes, verdict }: CheckReport): string {
  if (!passes) return '❌';
  return verdict === 'dangerous' || verdict === 'unknown' ? '⚠️' : '✅';
}

function section(heading: string, findings: ReportedFinding[]): string {
  const shown = findings.slice(0, mostRows);
  const rest = findings.length - shown.length;
  return [
    `<details${
      heading === 'Also changed' ? '' : ' open'
    }><summary>${heading} (${findings.length})</summary>\n`,
    ...shown.map(lineOf),
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
    '\n</details>',
  ].join('\n');
}

function lineOf(finding: ReportedFinding): string {
  const { operation, message, rule, accepted } = finding;
  const words = acceptedInWords(finding);
  return [
    '-',
    ...(operation ? [`**${escaped(operation)}**`] : []),
    escaped(message),
    `(${escaped(rule)})`,
    ...(accepted ? [`✅ [${words}](${accepted.link})`] : []),
  ].join(' ');
}

/** What definitions say must not become markup, a mention or a reference to an issue. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()|~]/g, '\\$&')
    .replace(/[@#]/g, '$&\u200B');
}
