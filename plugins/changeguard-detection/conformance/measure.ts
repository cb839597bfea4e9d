import { defaultBudget, EngineOptions } from '../src/Comparison';
import { Finding, Severity } from '../src/Finding';
import { formats } from '../src/formats';
import { judge } from '../src/judge';
import { Case } from './Case';
import { rewritten } from './rewritten';
import { Source } from './Source';

/** Cases speak of dates; this is the day they are looked at. */
const NOW = new Date('2026-01-15T00:00:00Z');

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
  /** Documents that were compared with themselves, and with themselves written otherwise. */
  documents: number;
  /** Those of them that differ from themselves. */
  restless: number;
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
  const differences: Difference[] = [];
  let restless = 0;
  let documents = 0;
  const started = process.hrtime.bigint();
  const counted = cases.filter(source.include ?? (() => true));
  for (const one of counted) {
    const texts = source.texts?.(one) ?? {
      base: String(one.base),
      revision: String(one.revision),
    };
    for (const text of new Set([texts.base, texts.revision])) {
      documents++;
      if (await isRestless(source, text)) restless++;
    }
    const expectation = source.expected?.(one) ?? one.expected;
    const asked = [{ expected: expectation, options: source.options }];
    if (source.forward && one.expected_forward) {
      asked.push({
        expected: one.expected_forward,
        options: { ...source.options, compatibility: 'forward' },
      });
    }
    for (const { expected, options } of asked) {
      const found = await findings(source, texts.base, texts.revision, options);
      const verdict = verdictOf(found);
      const wanted = source.rules && options === source.options;
      const missed = wanted
        ? compareIds(source, one, found, ids)
        : { expected: '', actual: '' };
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
    documents,
    restless,
    seconds: Number(process.hrtime.bigint() - started) / 1e9,
    differences,
  };
}

function idOf({ id, version, action, pointer }: Case): string {
  return id ?? `${version} ${action} ${pointer}`;
}

function labelOf({ description, case: name }: Case): string {
  return description ?? name ?? '';
}

/** Whether a text that can be read differs from itself, or from itself written otherwise. */
async function isRestless(source: Source, text: string): Promise<boolean> {
  const copy = rewritten(source.format, text);
  for (const other of copy === undefined ? [text] : [text, copy]) {
    const found = await findings(source, text, other);
    if (found === 'failed' || found.length > 0) return true;
  }
  return false;
}

async function findings(
  source: Source,
  base: string,
  revision: string,
  options: Partial<EngineOptions> = source.options ?? {},
): Promise<Finding[] | 'failed'> {
  const format = formats.get(source.format);
  if (!format) throw new Error(`There is no format '${source.format}'`);
  const comparison = await format.compare(base, revision, {
    budget: defaultBudget,
    now: NOW,
    ...options,
  });
  if (comparison.outcome === 'failed') return 'failed';
  return judge(comparison.findings, {
    rules: new Map(format.rules.map(rule => [rule.id, rule])),
    engine: format.id,
    engineVersion: format.version,
  });
}

function verdictOf(found: Finding[] | 'failed'): Verdict {
  if (found === 'failed') return 'failed';
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
  found: Finding[] | 'failed',
  ids: { found: number; all: number },
): { expected: string; actual: string } {
  const expected = new Set(source.rules!(one));
  const least = ORDER.indexOf(source.rulesFrom ?? 'non-breaking');
  const actual = new Set(
    (found === 'failed' ? [] : found)
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
