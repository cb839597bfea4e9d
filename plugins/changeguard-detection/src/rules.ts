/**
 * Names formats and rules, and reads texts, without comparing anything: loads in a moment and little memory, because no engine comes with
 * it.
 *
 * @packageDocumentation
 */

export { defaultBudget } from './Comparison';
export type { Budget } from './Comparison';
export * from './explainRule';
export type { Severity, Side } from './Finding';
export { guessFormat } from './guessFormat';
export type { RuleLevels } from './judge';
export * from './readLevels';
export type { Rule } from './Rule';
export * from './RuleSet';
export * from './ruleSets';
export { decodeText } from './text/decodeText';
export { scanJson } from './text/scanJson';
export type { JsonScan } from './text/scanJson';
export type { TextFailure } from './text/TextDocument';
