import { defaultBudget, EngineOptions } from '../src/Comparison';
import { compareAndJudge } from '../src/compareAndJudge';
import { Finding } from '../src/Finding';
import { formats } from '../src/formats';
import { Source } from './Source';

/** Cases speak of dates; this is the day they are looked at. */
const NOW = new Date('2026-01-15T00:00:00Z');

/** What comparing two texts of a source finds; undefined where they cannot be compared. */
export async function findingsOf(
  source: Source,
  base: string,
  revision: string,
  options: Partial<EngineOptions> = source.options ?? {},
): Promise<Finding[] | undefined> {
  const format = formats.get(source.format);
  if (!format) throw new Error(`There is no format '${source.format}'`);
  const comparison = await compareAndJudge(format, base, revision, {
    budget: defaultBudget,
    now: NOW,
    ...options,
  });
  return comparison.outcome === 'failed' ? undefined : comparison.findings;
}
