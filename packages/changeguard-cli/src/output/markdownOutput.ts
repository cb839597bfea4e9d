import { groupFindings } from '@changeguard/backstage-plugin-changeguard-common';
import { CheckReport, ReportedGroup } from '../check/CheckReport';
import {
  acceptedInWords,
  counted,
  operationsInWords,
  unlisted,
  verdictInWords,
} from './inWords';
import { nextStep } from './nextStep';
import { Output } from './Output';
import { rowsThatFit } from './rowsThatFit';

/** By which a pipeline finds the comment it wrote before, and replaces it. */
const MARKER = '<!-- changeguard -->';

/** GitHub takes no longer comment; GitLab does. */
const mostCharacters = 65_536;
const mostRows = 100;
/** Of reasons, and of hints. */
const mostOfList = 8_000;
/** Around the rows of a section. */
const frame = 200;
/** Of one message, or the operations that share it. */
const longestWords = 1_000;

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
  const head = [
    MARKER,
    `${signOf(report)} **ChangeGuard:** ${escaped(verdictInWords(report))}`,
  ];
  const tail = [
    ...(more > 0 ? [`… and ${counted(more, 'more finding')}.`] : []),
    ...list('Not compared:', reasons),
    ...list('What counts for nothing:', hints),
    ...goOn(report),
  ];
  // What breaks comes first, and takes the room that it needs.
  let room =
    mostCharacters -
    frame * headings.length -
    [...head, ...tail].join('\n\n').length;
  const sections = headings.flatMap(([severity, heading]) => {
    const own = groups.filter(({ told }) => told.severity === severity);
    if (own.length === 0) return [];
    const { text, characters } = section(heading, own, room);
    room -= characters;
    return [text];
  });
  return [...head, ...sections, ...tail].join('\n\n');
};

function goOn(report: CheckReport): string[] {
  const step = nextStep(report);
  if (!step) return [];
  return [step.link ? `[${step.words}](${step.link})` : step.words];
}

function list(title: string, sentences: readonly string[]): string[] {
  if (sentences.length === 0) return [];
  const { shown, rest } = rowsThatFit(
    sentences.map(one => `- ${escaped(one)}`),
    { rows: mostRows, characters: mostOfList },
  );
  return [[title, ...shown, ...leftOut(rest)].join('\n')];
}

function leftOut(rest: number): string[] {
  return rest > 0 ? [`- … and ${rest} more`] : [];
}

/** A tick only where nobody need look. */
function signOf({ passes, verdict }: CheckReport): string {
  if (!passes) return '❌';
  return verdict === 'dangerous' || verdict === 'unknown' ? '⚠️' : '✅';
}

function section(heading: string, groups: ReportedGroup[], room: number) {
  const { shown, rest, characters } = rowsThatFit(groups.map(lineOf), {
    rows: mostRows,
    characters: room,
  });
  const text = [
    `<details${
      heading === 'Also changed' ? '' : ' open'
    }><summary>${heading} (${groups.length})</summary>\n`,
    ...shown,
    ...leftOut(rest),
    '\n</details>',
  ].join('\n');
  return { text, characters };
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
  const short =
    text.length > longestWords ? `${text.slice(0, longestWords)}…` : text;
  return short
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]<>()|~]/g, '\\$&')
    .replace(/[@#]/g, '$&\u200B');
}
