import { anyText, patternContains } from './patternContains';

/**
 * A pattern as its author meant it. `[a-z]*` is found in every text, because nothing ties it to the ends; who wrote it meant texts
 * of such letters. Where a reader's pattern says nothing by accident, its texts are held to the meaning, so that a change of it
 * is not passed over.
 */
export function intendedPattern(pattern: string): string {
  if (pattern === '' || /[\^$]/.test(pattern)) return pattern;
  return patternContains(anyText, pattern) === true
    ? `^(?:${pattern})$`
    : pattern;
}
