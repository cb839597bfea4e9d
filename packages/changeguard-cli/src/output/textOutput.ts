import { styleText } from 'util';
import { ReportedFinding } from '../check/CheckReport';
import { acceptedInWords, placeOf, unlisted, verdictInWords } from './inWords';
import { Output } from './Output';

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

const marks = {
  breaking: ['✖', 'red'],
  dangerous: ['▲', 'yellow'],
  'non-breaking': ['•', 'dim'],
} as const;

/** For people at a terminal. */
export const textOutput: Output = (report, { colour }) => {
  const paint: Paint = (format, text) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const more = unlisted(report);
  return [
    paint('bold', verdictInWords(report)),
    ...report.findings.flatMap(finding => linesOf(finding, report.file, paint)),
    ...(more > 0 ? ['', `  … and ${more} more`] : []),
    ...report.reasons.map(reason =>
      paint('yellow', `\n  Not compared: ${reason}`),
    ),
  ].join('\n');
};

function linesOf(
  finding: ReportedFinding,
  file: string,
  paint: Paint,
): string[] {
  const { severity, rule, side, message, purpose, afterRange } = finding;
  const [mark, format] = marks[severity];
  const accepted = acceptedInWords(finding);
  const place = placeOf(finding);
  return [
    '',
    `  ${paint(format, `${mark} ${severity}`)}  ${message}`,
    ...(place ? [`    ${place}`] : []),
    ...(severity === 'breaking' && purpose ? [`    ${purpose}`] : []),
    ...(accepted
      ? [paint('green', `    ${accepted}: ${finding.accepted?.link}`)]
      : []),
    paint(
      'dim',
      `    ${[
        rule,
        side && `breaks ${side}`,
        afterRange && `${file}:${afterRange.startLine}`,
      ]
        .filter(Boolean)
        .join(' · ')}`,
    ),
  ];
}
