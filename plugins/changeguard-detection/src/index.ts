/**
 * Compares two versions of a definition and says what breaks, for whom, where.
 *
 * @packageDocumentation
 */

export * from './Comparison';
export * from './Finding';
export * from './Format';
export * from './formats';
export * from './judge';
export type { Rule } from './Rule';
export { decodeText } from './text/decodeText';
export type { TextFailure } from './text/TextDocument';
