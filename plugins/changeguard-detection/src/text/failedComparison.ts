import { Comparison } from '../Comparison';
import { TextFailure } from './TextDocument';

/** A comparison that ended with a text that could not be read. */
export function failedComparison(
  { failure }: { failure: TextFailure },
  which: 'base' | 'revision',
): Comparison<never> {
  return { outcome: 'failed', which, ...failure };
}
