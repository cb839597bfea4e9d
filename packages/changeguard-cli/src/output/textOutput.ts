import { styleText } from 'util';
import { groupFindings } from '@changeguard/backstage-plugin-changeguard-common';
import { CheckReport, ReportedGroup } from '../check/CheckReport';
import {
  acceptedInWords,
  formerPlaceOf,
  placeOf,
  unlisted,
  verdictInWords,
} from './inWords';
import { nextStepInWords } from './nextStep';
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
  const next = nextStepInWords(report);
  return [
    paint('bold', verdictInWords(report)),
    ...groupFindings(report.findings).flatMap(group =>
      linesOf(group, report, paint),
    ),
    ...(more > 0 ? ['', `  … and ${more} more`] : []),
    ...report.reasons.map(reason =>
      paint('yellow', `\n  Not compared: ${reason}`),
    ),
    ...report.hints.map(hint => paint('yellow', `\n  ${hint}`)),
    ...(next ? ['', `  ${next}`] : []),
  ].join('\n');
};

function linesOf(
  group: ReportedGroup,
  report: CheckReport,
  paint: Paint,
): string[] {
  const { told } = group;
  const { severity, rule, side, message, purpose, afterRange } = told;
  const [mark, format] = marks[severity];
  const accepted = acceptedInWords(told);
  const place = placeOf(group);
  const former = formerPlaceOf(report, told);
  return [
    '',
    `  ${paint(format, `${mark} ${severity}`)}  ${message}`,
    ...(place ? [`    ${place}`] : []),
    ...(severity === 'breaking' && purpose ? [`    ${purpose}`] : []),
    ...(accepted
      ? [paint('green', `    ${accepted}: ${told.accepted?.link}`)]
      : []),
    paint(
      'dim',
      `    ${[
        rule,
        side && `breaks ${side}`,
        afterRange && `${report.file}:${afterRange.startLine}`,
        former && `was at ${former}`,
      ]
        .filter(Boolean)
        .join(' · ')}`,
    ),
  ];
}
