import {
  blockersOf,
  CheckReport,
  ReportedFinding,
  ReportedGroup,
} from '../check/CheckReport';

/** Operations that are named of one group; the rest is counted. */
const mostOperations = 5;

/** The report in one sentence. */
export function verdictInWords(report: CheckReport): string {
  const { failure, base, file, verdict } = report;
  if (failure) {
    const where = failure.which === 'base' && base ? `in ${base}: ` : '';
    return `${file} could not be compared: ${where}${failure.message}`;
  }
  if (base === null) {
    return `${file} is the first definition of its entity: it breaks nobody.`;
  }
  const against = `${file}, compared with ${base}`;
  const blockers = blockersOf(report).length;
  if (blockers > 0) {
    return `${against}: ${counted(
      blockers,
      'breaking change',
    )} that nobody has announced or accepted.`;
  }
  switch (verdict) {
    case 'breaking':
      return `${against}: every breaking change is announced or accepted.`;
    case 'dangerous':
      return `${against}: nothing breaks for sure, some of it may.`;
    case 'unknown':
      return `${against}: nothing found, but not all of it could be compared.`;
    case 'non-breaking':
      return `${against}: changed, and nothing breaks.`;
    default:
      return `${against}: nothing changed that anybody could notice.`;
  }
}

/** Where the findings of a group are, in the words of their format. */
export function placeOf({ told, findings, operations }: ReportedGroup): string {
  const where =
    operations.length === 0 && findings.length > 1
      ? `in ${counted(findings.length, 'place')}`
      : operationsInWords(operations);
  return [where, told.pointer].filter(Boolean).join('  ');
}

/** Where in the base what is gone stood; undefined of what stands in the file, or stood nowhere. */
export function formerPlaceOf(
  { base }: CheckReport,
  { beforeRange, afterRange }: ReportedFinding,
): string | undefined {
  return base !== null && beforeRange && !afterRange
    ? `line ${beforeRange.startLine} of ${base}`
    : undefined;
}

/** The operations that share a finding. */
export function operationsInWords(operations: readonly string[]): string {
  const named = operations.slice(0, mostOperations).join(', ');
  const rest = operations.length - mostOperations;
  return rest > 0 ? `${named} and ${rest} more` : named;
}

/** Who took responsibility, in words. */
export function acceptedInWords({
  accepted,
}: ReportedFinding): string | undefined {
  return accepted
    ? {
        acceptance: 'accepted by an owner',
        change: 'announced',
      }[accepted.by]
    : undefined;
}

/** How many findings are not listed. */
export function unlisted({ findings, findingCount }: CheckReport): number {
  return findingCount - findings.length;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
