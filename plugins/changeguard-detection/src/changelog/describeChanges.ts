import { Finding, Severity } from '../Finding';

/** Headings of a changelog, in the order in which they matter. */
const HEADINGS: readonly (readonly [Severity, string])[] = [
  ['breaking', 'Breaking'],
  ['dangerous', 'May break'],
  ['non-breaking', 'Also changed'],
];

/** Where findings are told that belong to no operation. */
const GENERAL = '';

/** Most sentences under one heading. */
const DEFAULT_LIMIT = 200;

/**
 * What changed, in words: Markdown with one heading for each severity, below it the operations in alphabetical order, and one
 * sentence for each finding. The same findings give the same text whatever their order. What definitions say is escaped, so that
 * it cannot become a link or a heading.
 *
 * @param options - `limit`: most sentences under one heading (default: 200); the rest is counted.
 * @returns an empty text when there are no findings.
 * @public
 */
export function describeChanges(
  findings: readonly Finding[],
  options: { limit?: number } = {},
): string {
  const limit = options.limit ?? DEFAULT_LIMIT;
  return HEADINGS.flatMap(([severity, heading]) => {
    const own = findings.filter(finding => finding.severity === severity);
    return own.length > 0 ? [section(heading, own, limit)] : [];
  }).join('\n\n');
}

function section(
  heading: string,
  findings: readonly Finding[],
  limit: number,
): string {
  const lines = [`### ${heading}`, ''];
  let left = limit;
  let untold = 0;
  for (const [operation, sentences] of byOperation(findings)) {
    const told = sentences.slice(0, left);
    left -= told.length;
    untold += sentences.length - told.length;
    if (told.length === 0) continue;
    const indent = operation === GENERAL ? '' : '  ';
    if (operation !== GENERAL) lines.push(`- **${escaped(operation)}**`);
    lines.push(...told.map(sentence => `${indent}- ${escaped(sentence)}`));
  }
  if (untold > 0) lines.push(`- … and ${untold} more`);
  return lines.join('\n');
}

/** What concerns everything comes first. */
function byOperation(findings: readonly Finding[]): [string, string[]][] {
  const groups = new Map<string, Set<string>>();
  for (const { operation = GENERAL, message } of findings) {
    const group = groups.get(operation) ?? new Set();
    groups.set(operation, group.add(message));
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([operation, sentences]) => [operation, [...sentences].sort(compare)]);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Text that Markdown shows as it is, on one line. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}
