import { ComparisonVerdict } from './comparison';
import { Severity } from './finding';

/**
 * What a comparison says in one word. Without a finding it is only `unchanged` when all of it was compared.
 *
 * @public
 */
export function verdictOf(comparison: {
  outcome: 'compared' | 'partial' | 'failed';
  findings: readonly { severity: Severity }[];
}): ComparisonVerdict {
  const found = new Set(comparison.findings.map(({ severity }) => severity));
  if (found.has('breaking')) return 'breaking';
  if (found.has('dangerous')) return 'dangerous';
  if (comparison.outcome !== 'compared') return 'unknown';
  return found.has('non-breaking') ? 'non-breaking' : 'unchanged';
}
