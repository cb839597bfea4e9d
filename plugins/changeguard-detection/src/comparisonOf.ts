import { Comparison } from './Comparison';
import { Fact } from './Finding';

/** What was found in what could be compared; the reasons say of what could not. */
export function comparisonOf(
  findings: Fact[],
  reasons: string[],
): Comparison<Fact> {
  return reasons.length === 0
    ? { outcome: 'compared', findings }
    : { outcome: 'partial', findings, reasons };
}
