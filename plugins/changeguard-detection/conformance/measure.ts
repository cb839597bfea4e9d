import { Finding, Severity } from '../src/Finding';
import { Case, idsOf } from './Case';
import { findingsOf } from './findingsOf';
import { Identity, measureIdentity } from './measureIdentity';
import { Source, Tally } from './Source';
import { textsOf } from './textsOf';

type Verdict = Severity | 'failed';

/** A case on which we and the source do not agree. */
export interface Difference {
  id: string;
  description: string;
  expected: string;
  actual: string;
  reason: string | undefined;
}

/** What measuring one file gave. */
export interface Measurement {
  name: string;
  left: string | undefined;
  cases: number;
  /** Agreement on breaking or not. */
  verdicts: number;
  /** Agreement on breaking, dangerous or non-breaking. */
  levels: number;
  precision: number;
  recall: number;
  /** Agreement on rule ids: those expected that were found, of all expected and, where the source lists all, of all found. */
  rules: number | undefined;
  /** Why no ids were compared of cases that name some. */
  otherIds: string | undefined;
  /** What else the source says. */
  tallies: (Omit<Tally, 'count'> & { agreed: number; of: number })[];
  identity: Identity;
  seconds: number;
  differences: Difference[];
}

/** Compares every case of a file and counts where we agree. */
export async function measure(
  source: Source,
  cases: readonly Case[],
): Promise<Measurement> {
  const counts = { both: 0, ours: 0, theirs: 0, agreed: 0, level: 0, asked: 0 };
  const ids = { found: 0, all: 0 };
  const tallies = (source.tallies ?? []).map(({ what, count, target }) => ({
    ...{ what, count, target, agreed: 0, of: 0 },
  }));
  const differences: Difference[] = [];
  const started = process.hrtime.bigint();
  for (const one of cases.filter(source.include ?? (() => true))) {
    const texts = textsOf(source, one);
    if (!texts) continue;
    const expectation = source.expected?.(one) ?? one.expected;
    const asked = [{ expected: expectation, options: source.options }];
    if (source.forward && one.expected_forward) {
      asked.push({
        expected: one.expected_forward,
        options: { ...source.options, compatibility: 'forward' },
      });
    }
    for (const { expected, options } of asked) {
      const { base, revision } = texts;
      const found = await findingsOf(source, base, revision, options);
      const verdict = verdictOf(found);
      const first = options === source.options;
      const missed =
        source.rules && first
          ? compareIds(source, one, found, ids)
          : { expected: '', actual: '' };
      for (const tally of first ? tallies : []) {
        const { agreed, of } = tally.count(one, found);
        tally.agreed += agreed;
        tally.of += of;
      }
      if (expected === null) continue;
      counts.asked++;
      const agreed = agrees(expected, verdict);
      if (agreed) counts.agreed++;
      if (agreed && sameLevel(expected, verdict)) counts.level++;
      if (verdict === 'breaking') counts.ours++;
      if (expected === 'breaking') counts.theirs++;
      if (expected === 'breaking' && verdict === 'breaking') counts.both++;
      if (
        !agreed ||
        !sameLevel(expected, verdict) ||
        missed.expected !== missed.actual
      ) {
        differences.push({
          id: idOf(one),
          description: labelOf(one),
          expected: `${expected} ${missed.expected}`.trim(),
          actual: `${verdict} ${missed.actual}`.trim(),
          reason: source.differences?.find(
            ({ cases: which }) =>
              which.test(idOf(one)) || which.test(labelOf(one)),
          )?.because,
        });
      }
    }
  }
  return {
    name: source.name,
    left: source.left,
    cases: counts.asked,
    verdicts: share(counts.agreed, counts.asked),
    levels: share(counts.level, counts.asked),
    precision: share(counts.both, counts.ours),
    recall: share(counts.both, counts.theirs),
    rules: source.rules ? share(ids.found, ids.all) : undefined,
    otherIds: otherIdsOf(source, cases),
    tallies: tallies.map(({ what, agreed, of, target }) => ({
      ...{ what, agreed, of, target },
    })),
    identity: await measureIdentity(source, cases),
    seconds: Number(process.hrtime.bigint() - started) / 1e9,
    differences,
  };
}

function otherIdsOf(
  { rules, otherIds = 'none of them is one of ours' }: Source,
  cases: readonly Case[],
): string | undefined {
  const named = !rules && cases.some(one => idsOf(one).length > 0);
  return named ? otherIds : undefined;
}

function idOf({ id, version, action, pointer }: Case): string {
  return id ?? `${version} ${action} ${pointer}`;
}

function labelOf({ description, case: name }: Case): string {
  return description ?? name ?? '';
}

function verdictOf(found: Finding[] | undefined): Verdict {
  if (!found) return 'failed';
  const severities = found.map(finding => finding.severity);
  if (severities.includes('breaking')) return 'breaking';
  return severities.includes('dangerous') ? 'dangerous' : 'non-breaking';
}

function agrees(expected: string, verdict: Verdict): boolean {
  if (verdict === 'failed') return false;
  if (expected === 'breaking-or-dangerous') return verdict !== 'non-breaking';
  return (expected === 'breaking') === (verdict === 'breaking');
}

function sameLevel(expected: string, verdict: Verdict): boolean {
  return expected === 'breaking-or-dangerous' || expected === verdict;
}

const ORDER: readonly Severity[] = ['non-breaking', 'dangerous', 'breaking'];

function compareIds(
  source: Source,
  one: Case,
  found: Finding[] | undefined,
  ids: { found: number; all: number },
): { expected: string; actual: string } {
  const expected = new Set(source.rules!(one));
  const least = ORDER.indexOf(source.rulesFrom ?? 'non-breaking');
  const actual = new Set(
    (found ?? [])
      .filter(finding => ORDER.indexOf(finding.severity) >= least)
      .map(finding => finding.rule),
  );
  ids.found += [...expected].filter(id => actual.has(id)).length;
  ids.all += one.exact ? new Set([...expected, ...actual]).size : expected.size;
  return {
    expected: [...expected].sort().join(' '),
    actual: [...actual]
      .filter(id => one.exact || expected.has(id))
      .sort()
      .join(' '),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
