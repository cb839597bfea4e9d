import { groupFindings } from '@changeguard/backstage-plugin-changeguard-common';
import { CheckReport, ReportedGroup } from '../check/CheckReport';
import {
  acceptedInWords,
  formerPlaceOf,
  placeOf,
  verdictInWords,
} from './inWords';
import { nextStepInWords } from './nextStep';
import { Output } from './Output';

/**
 * Annotations on the lines of a pull request, as workflow commands of GitHub Actions:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export const githubOutput: Output = report => {
  const { failure, file, reasons, hints } = report;
  const remarks = hints.map(hint =>
    command('warning', { file, line: null, title: 'ChangeGuard' }, hint),
  );
  if (failure) {
    const line = failure.which === 'revision' ? failure.line : null;
    return [
      command(
        'error',
        { file, line, title: 'ChangeGuard' },
        verdictInWords(report),
      ),
      ...remarks,
    ].join('\n');
  }
  const next = nextStepInWords(report);
  return [
    ...groupFindings(report.findings)
      .filter(({ told }) => told.severity !== 'non-breaking')
      .map(group => annotation(report, group)),
    ...reasons.map(reason =>
      command('warning', { file, line: null, title: 'Not compared' }, reason),
    ),
    ...remarks,
    // No commands: the lines that people find in the log.
    oneLine(verdictInWords(report)),
    ...(next ? [oneLine(next)] : []),
  ].join('\n');
};

function annotation(report: CheckReport, group: ReportedGroup): string {
  const { file } = report;
  const { told } = group;
  const { severity, accepted, afterRange, rule, message, purpose } = told;
  const level = severity === 'breaking' ? 'error' : 'warning';
  const words = acceptedInWords(told);
  const former = formerPlaceOf(report, told);
  return command(
    accepted ? 'notice' : level,
    // What is gone stands nowhere in the file, which is annotated on top.
    { file, line: afterRange?.startLine ?? 1, title: rule },
    [
      message,
      placeOf(group),
      former && `It was at ${former}.`,
      purpose,
      ...(words ? [`${words}: ${accepted?.link}`] : []),
    ]
      .filter(Boolean)
      .join('\n'),
  );
}

function command(
  level: 'error' | 'warning' | 'notice',
  about: { file: string; line: number | null; title: string },
  message: string,
): string {
  const properties = Object.entries(about)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${escaped(String(value), true)}`);
  return `::${level} ${properties.join(',')}::${escaped(message, false)}`;
}

/** As the runner unescapes it: what definitions say must not become a command or a property. */
function escaped(text: string, isProperty: boolean): string {
  const data = text
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A');
  return isProperty ? data.replace(/:/g, '%3A').replace(/,/g, '%2C') : data;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^::/, ' ::');
}
