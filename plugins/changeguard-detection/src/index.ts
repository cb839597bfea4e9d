/**
 * Compares two versions of a definition and says what breaks, for whom, where.
 *
 * @packageDocumentation
 */

export { describeChanges } from './changelog/describeChanges';
export { compareAndJudge } from './compareAndJudge';
export * from './Comparison';
export * from './difference/Difference';
export { describeDifference } from './difference/describeDifference';
export * from './explainRule';
export * from './Finding';
export * from './Format';
export * from './formats';
export { guessFormat } from './guessFormat';
export * from './judge';
export * from './readLevels';
export type { Rule } from './Rule';
export * from './RuleSet';
export * from './ruleSets';
export { decodeText } from './text/decodeText';
export type { TextFailure } from './text/TextDocument';
