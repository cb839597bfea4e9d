import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultBudget, EngineOptions } from '../Comparison';
import { Finding } from '../Finding';
import { Format } from '../Format';
import { judge } from '../judge';
import { Rule } from '../Rule';

const NOW = new Date('2026-01-15T00:00:00Z');

/**
 * What holds for every format: each rule has words, a twin or a reason for having none, and a pair of fixtures that yields this
 * rule and no other. `folder` is the format's own; fixtures lie in `__fixtures__/<rule-id>/{base,revision}.*`.
 */
export function describeFormat(
  format: Format,
  folder: string,
  optionsOf: (rule: Rule) => Partial<EngineOptions> = () => ({}),
): void {
  const fixtures = join(folder, '__fixtures__');
  const byId = new Map(format.rules.map(rule => [rule.id, rule]));

  async function findings(rule: Rule, base: string, revision: string) {
    const comparison = await format.compare(base, revision, {
      budget: defaultBudget,
      now: NOW,
      ...optionsOf(rule),
    });
    if (comparison.outcome === 'failed') throw new Error(comparison.message);
    return judge(comparison.findings, {
      rules: byId,
      engine: format.id,
      engineVersion: format.version,
    });
  }

  function textsOf(rule: Rule): { base: string; revision: string } {
    const own = join(fixtures, rule.id);
    const read = (name: string) => {
      const file = readdirSync(own).find(one => one.startsWith(`${name}.`));
      return readFileSync(join(own, file!), 'utf8');
    };
    return { base: read('base'), revision: read('revision') };
  }

  it('names every rule once, in kebab case', () => {
    expect(byId.size).toBe(format.rules.length);
    const odd = [...byId.keys()].filter(
      id => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id),
    );
    expect(odd).toEqual([]);
  });

  it('says of every rule why it matters and what happened, in whole sentences', () => {
    const wordless = format.rules.filter(
      ({ purpose, message }) => ![purpose, message].every(isSentence),
    );
    expect(wordless.map(({ id }) => id)).toEqual([]);
  });

  it('has a twin for every rule, or a reason for having none', () => {
    const holes = format.rules.filter(({ twin }) =>
      typeof twin === 'string'
        ? !byId.has(twin)
        : !twin || twin.waiver.length < 10,
    );
    expect(holes.map(({ id }) => id)).toEqual([]);
  });

  it('has a pair of fixtures for every rule and for nothing else', () => {
    const without = [...byId.keys()].filter(
      id => !existsSync(join(fixtures, id)),
    );
    expect(without).toEqual([]);
    expect(readdirSync(fixtures).filter(id => !byId.has(id))).toEqual([]);
  });

  it('finds in every pair of fixtures its rule and no other', async () => {
    const wrong: Record<string, string[]> = {};
    for (const rule of format.rules) {
      const { base, revision } = textsOf(rule);
      const found = await findings(rule, base, revision);
      const ids = [...new Set(found.map(one => one.rule))];
      if (ids.join() !== rule.id) wrong[rule.id] = ids;
    }
    expect(wrong).toEqual({});
  });

  it('fills every gap of every message', async () => {
    const gaps: string[] = [];
    for (const rule of format.rules) {
      const { base, revision } = textsOf(rule);
      const found: Finding[] = await findings(rule, base, revision);
      gaps.push(...found.map(one => one.message).filter(hasGap));
    }
    expect(gaps).toEqual([]);
  });

  it('finds nothing in a fixture compared with itself', async () => {
    const restless: string[] = [];
    for (const rule of format.rules) {
      const { base } = textsOf(rule);
      const found = await findings(rule, base, base);
      if (found.length > 0) restless.push(rule.id);
    }
    expect(restless).toEqual([]);
  });
}

function isSentence(text: string): boolean {
  return /^[A-Z{].{8,}\.$/.test(text);
}

function hasGap(message: string): boolean {
  return /\{(path|parameter|in|name|status|header|media|scope|sunset|before|after)\}/.test(
    message,
  );
}
