import { groupFindings } from '@changeguard/backstage-plugin-changeguard-common';
import { CheckReport, ReportedGroup } from '../check/CheckReport';
import {
  acceptedInWords,
  counted,
  operationsInWords,
  unlisted,
  verdictInWords,
} from './inWords';
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
  const { reasons, hints } = report;
  const groups = groupFindings(report.findings);
  const more = unlisted(report);
  return [
    MARKER,
    `${signOf(report)} **ChangeGuard:** ${escaped(verdictInWords(report))}`,
    ...headings.flatMap(([severity, heading]) => {
      const own = groups.filter(({ told }) => told.severity === severity);
      return own.length > 0 ? [section(heading, own)] : [];
    }),
    ...(more > 0 ? [`… and ${counted(more, 'more finding')}.`] : []),
    ...list('Not compared:', reasons),
    ...list('What counts for nothing:', hints),
  ].join('\n\n');
};

function list(title: string, sentences: readonly string[]): string[] {
  return sentences.length > 0
    ? [[title, ...sentences.map(one => `- ${escaped(one)}`)].join('\n')]
    : [];
}

/** A tick only where nobody need look. */
function signOf({ passes, verdict }: CheckReport): string {
  if (!passes) return '❌';
  return verdict === 'dangerous' || verdict === 'unknown' ? '⚠️' : '✅';
}

function section(heading: string, groups: ReportedGroup[]): string {
  const shown = groups.slice(0, mostRows);
  const rest = groups.length - shown.length;
  return [
    `<details${
      heading === 'Also changed' ? '' : ' open'
    }><summary>${heading} (${groups.length})</summary>\n`,
    ...shown.map(lineOf),
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
    '\n</details>',
  ].join('\n');
}

function lineOf({ told, operations }: ReportedGroup): string {
  const { message, rule, accepted } = told;
  const words = acceptedInWords(told);
  return [
    '-',
    ...(operations.length > 0
      ? [`**${escaped(operationsInWords(operations))}**`]
      : []),
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
