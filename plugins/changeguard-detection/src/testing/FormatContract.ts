import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultBudget } from '../Comparison';
import { Finding } from '../Finding';
import { Format } from '../Format';
import { judge } from '../judge';
import { Rule } from '../Rule';
import { rewritten } from './rewritten';

/** The day on which fixtures are compared. */
const NOW = new Date('2026-01-15T00:00:00Z');

/** What is asked of a format's rules and fixtures; each question answers with what is wrong. */
export class FormatContract {
  private readonly byId: ReadonlyMap<string, Rule>;
  private readonly fixtures: string;

  /** Fixtures lie in `<folder>/__fixtures__/<rule-id>/{base,revision}.*`. */
  constructor(private readonly format: Format, folder: string) {
    this.byId = new Map(format.rules.map(rule => [rule.id, rule]));
    this.fixtures = join(folder, '__fixtures__');
  }

  /** Ids that are used twice, or not in kebab case. */
  oddIds(): string[] {
    const ids = this.format.rules.map(({ id }) => id);
    return ids.filter(
      (id, index) =>
        ids.indexOf(id) !== index || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id),
    );
  }

  /** Rules without a sentence for why they matter, or for what happened. */
  wordless(): string[] {
    return this.format.rules
      .filter(({ purpose, message }) => ![purpose, message].every(isSentence))
      .map(({ id }) => id);
  }

  /** Rules without a twin, and without a reason for having none. */
  holes(): string[] {
    return this.format.rules
      .filter(({ twin }) =>
        typeof twin === 'string'
          ? !this.byId.has(twin)
          : !twin || twin.waiver.length < 10,
      )
      .map(({ id }) => id);
  }

  /** Rules without fixtures, and fixtures without a rule. */
  strayFixtures(): string[] {
    const without = [...this.byId.keys()].filter(
      id => !existsSync(join(this.fixtures, id)),
    );
    const left = readdirSync(this.fixtures).filter(id => !this.byId.has(id));
    return [...without, ...left];
  }

  /** Rules whose fixtures do not yield them and them alone, with what was found instead. */
  async wrongFixtures(): Promise<Record<string, string[]>> {
    const wrong: Record<string, string[]> = {};
    for (const rule of this.format.rules) {
      const { base, revision } = this.textsOf(rule);
      const found = await this.findings(rule, base, revision);
      const ids = [...new Set(found.map(one => one.rule))];
      if (ids.join() !== rule.id) wrong[rule.id] = ids;
    }
    return wrong;
  }

  /** Messages with a gap that nothing filled. */
  async gaps(): Promise<string[]> {
    const gaps: string[] = [];
    for (const rule of this.format.rules) {
      const { base, revision } = this.textsOf(rule);
      const names = [...rule.message.matchAll(/\{\w+\}/g)].map(([gap]) => gap);
      for (const { message } of await this.findings(rule, base, revision)) {
        if (names.some(gap => message.includes(gap))) gaps.push(message);
      }
    }
    return gaps;
  }

  /** Rules whose fixture differs from itself. */
  async restless(): Promise<string[]> {
    const restless: string[] = [];
    for (const rule of this.format.rules) {
      const { base } = this.textsOf(rule);
      const found = await this.findings(rule, base, base);
      if (found.length > 0) restless.push(rule.id);
    }
    return restless;
  }

  /** Rules whose fixtures, re-ordered and re-formatted, yield findings with other fingerprints; and how many can be written otherwise. */
  async reworded(): Promise<{ tried: number; changed: string[] }> {
    const changed: string[] = [];
    let tried = 0;
    for (const rule of this.format.rules) {
      const { base, revision } = this.textsOf(rule);
      const old = rewritten(this.format.id, base);
      const now = rewritten(this.format.id, revision);
      if (old === undefined || now === undefined) continue;
      tried++;
      const [asWritten, otherwise] = [
        await this.findings(rule, base, revision),
        await this.findings(rule, old, now),
      ].map(found => found.map(({ fingerprint }) => fingerprint).sort());
      if (asWritten.join() !== otherwise.join()) changed.push(rule.id);
    }
    return { tried, changed };
  }

  private textsOf(rule: Rule): { base: string; revision: string } {
    const own = join(this.fixtures, rule.id);
    const files = readdirSync(own);
    const read = (name: string) =>
      readFileSync(
        join(own, files.find(one => one.startsWith(`${name}.`))!),
        'utf8',
      );
    return { base: read('base'), revision: read('revision') };
  }

  /** For data, whom a rule is for says which way its fixtures are compared. */
  private async findings(
    { side }: Rule,
    base: string,
    revision: string,
  ): Promise<Finding[]> {
    const directions = { writer: 'backward', reader: 'forward' } as const;
    const comparison = await this.format.compare(base, revision, {
      budget: defaultBudget,
      now: NOW,
      compatibility:
        side === 'writer' || side === 'reader' ? directions[side] : 'full',
    });
    if (comparison.outcome === 'failed') throw new Error(comparison.message);
    return judge(comparison.findings, {
      rules: this.byId,
      engine: this.format.id,
      engineVersion: this.format.version,
    });
  }
}

function isSentence(text: string): boolean {
  return /^[A-Z{].{8,}\.$/.test(text);
}
