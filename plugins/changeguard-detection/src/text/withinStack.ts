import { Comparison } from '../Comparison';

/** Ends a comparison that nests too deeply for the stack with a result that says so. */
export function withinStack<T>(compare: () => Comparison<T>): Comparison<T> {
  try {
    return compare();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      outcome: 'failed',
      reason: 'too-deep',
      which: null,
      message: 'A chain of references is too long to be followed.',
    };
  }
}
