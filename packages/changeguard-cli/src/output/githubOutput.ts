import { CheckReport, ReportedFinding } from '../check/CheckReport';
import { acceptedInWords, verdictInWords } from './inWords';
import { Output } from './Output';

/**
 * Annotations on the lines of a pull request, as workflow commands of GitHub Actions:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export const githubOutput: Output = report => {
  const { failure, file, reasons } = report;
  if (failure) {
    const line = failure.which === 'revision' ? failure.line : null;
    return command(
      'error',
      { file, line, title: 'ChangeGuard' },
      failure.message,
    );
  }
  return [
    ...report.findings
      .filter(({ severity }) => severity !== 'non-breaking')
      .map(finding => annotation(report, finding)),
    ...reasons.map(reason =>
      command('warning', { file, line: null, title: 'Not compared' }, reason),
    ),
    // Not a command: the line that people find in the log.
    oneLine(verdictInWords(report)),
  ].join('\n');
};

function annotation({ file }: CheckReport, finding: ReportedFinding): string {
  const { severity, accepted, afterRange, rule, message, purpose } = finding;
  const level = severity === 'breaking' ? 'error' : 'warning';
  const words = acceptedInWords(finding);
  return command(
    accepted ? 'notice' : level,
    { file, line: afterRange?.startLine ?? null, title: rule },
    [message, purpose, ...(words ? [`${words}: ${accepted?.link}`] : [])].join(
      '\n',
    ),
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
