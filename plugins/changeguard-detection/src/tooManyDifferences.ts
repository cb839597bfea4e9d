import { Comparison } from './Comparison';

/** More differences than this are not told: schemas that all refer to each other differ in as many places as their number squared. */
export const MOST_DIFFERENCES = 20_000;

/**
 * What a comparison ends with that finds more. A part of the differences would be taken for all of them, and who accepts that part would
 * let the rest pass.
 */
export function tooManyDifferences(): Comparison<never> {
  return {
    outcome: 'failed',
    reason: 'too-large',
    which: null,
    message: `The versions differ in more than ${MOST_DIFFERENCES} places, or have more parts than can be looked at; compare smaller parts of them.`,
  };
}
