import { Comparison, EngineOptions } from './Comparison';
import { Finding, Severity } from './Finding';
import { Format } from './Format';
import { judge, RuleLevels } from './judge';

const order: Record<Severity, number> = {
  breaking: 0,
  dangerous: 1,
  'non-breaking': 2,
};

/**
 * Compares two texts of a format and judges what differs: what breaks comes first. Takes processor time, so run it where nobody waits.
 *
 * @public
 */
export async function compareAndJudge(
  format: Format,
  base: string,
  revision: string,
  options: EngineOptions & { levels?: RuleLevels },
): Promise<Comparison> {
  const { levels, ...engineOptions } = options;
  const comparison = await format.compare(base, revision, engineOptions);
  if (comparison.outcome === 'failed') return comparison;
  const findings: Finding[] = judge(comparison.findings, {
    rules: new Map(format.rules.map(rule => [rule.id, rule])),
    levels,
    engine: format.id,
    engineVersion: format.version,
  }).sort((a, b) => order[a.severity] - order[b.severity]);
  return { ...comparison, findings };
}
