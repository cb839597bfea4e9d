/**
 * Names formats and rules without comparing anything: loads in a moment and little memory, because no engine comes with it.
 *
 * @packageDocumentation
 */

export * from './explainRule';
export type { Severity, Side } from './Finding';
export { guessFormat } from './guessFormat';
export type { RuleLevels } from './judge';
export * from './readLevels';
export type { Rule } from './Rule';
export * from './RuleSet';
export * from './ruleSets';
