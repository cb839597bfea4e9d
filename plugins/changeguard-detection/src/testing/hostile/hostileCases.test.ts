import { Comparison, defaultBudget } from '../../Comparison';
import { Fact } from '../../Finding';
import { formats } from '../../formats';
import { decodeText } from '../../text/decodeText';
import { HostileCase } from './HostileCase';
import { hostileCases } from './hostileCases';

/** Longest time for one pair, on a slow machine with other things to do. */
const PATIENCE = 20_000;

/** Compares a case as a portal does: bytes first become text. */
async function run(one: HostileCase): Promise<Comparison<Fact>> {
  const texts: string[] = [];
  for (const [which, written] of [
    ['base', one.base()],
    ['revision', (one.revision ?? one.base)()],
  ] as const) {
    if (typeof written === 'string') {
      texts.push(written);
      continue;
    }
    const decoded = decodeText(written);
    if (decoded.outcome === 'failed')
      return { outcome: 'failed', which, ...decoded.failure };
    texts.push(decoded.text);
  }
  return formats.get(one.format)!.compare(texts[0], texts[1], {
    budget: defaultBudget,
    now: new Date('2026-01-15T00:00:00Z'),
  });
}

/** What the result says about why it is no whole comparison. */
function explanations(result: Comparison<Fact>): string[] {
  if (result.outcome === 'compared') return [];
  return result.outcome === 'failed' ? [result.message] : result.reasons;
}

/** What a comparison that did not fail had to tell, and did not. */
function untold({ tells }: HostileCase, result: Comparison<Fact>): string[] {
  if (tells === undefined || result.outcome === 'failed') return [];
  return result.findings.some(({ rule }) => rule === tells) ? [] : [tells];
}

function isNoSentence(text: string): boolean {
  return !/^[A-Z].{8,600}\.$/s.test(text);
}

describe('pairs made to harm', () => {
  it('cover every format', () => {
    expect(new Set(hostileCases.map(({ format }) => format))).toEqual(
      new Set(formats.keys()),
    );
    const names = hostileCases.map(({ format, name }) => `${format}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  it.each(hostileCases.map(one => [one.format, one.name, one] as const))(
    'end as an explained result: %s, %s',
    async (_format, _name, one) => {
      const result = await run(one);
      expect(one.ends).toContain(result.outcome);
      expect(explanations(result).filter(isNoSentence)).toEqual([]);
      expect(untold(one, result)).toEqual([]);
    },
    PATIENCE,
  );
});
