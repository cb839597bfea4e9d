import {
  anyText,
  patternContains,
} from '../../schema-containment/patterns/patternContains';
import { SchemaCheck } from '../SchemaPair';

/** Patterns that were added, removed or changed. */
export const checkPattern: SchemaCheck = (base, revision) => {
  const before = patternOf(base.value);
  const after = patternOf(revision.value);
  if (before === after) return [];
  const difference = { word: 'pattern', before, after };
  if (before === undefined) return [{ ...difference, change: 'pattern-added' }];
  if (after === undefined) {
    const change = revision.value.pattern
      ? 'pattern-generalized'
      : 'pattern-removed';
    return [{ ...difference, change, after: revision.value.pattern }];
  }
  const wider =
    patternContains({ ...anyText, patterns: [before] }, after) === true;
  const change = wider ? 'pattern-generalized' : 'pattern-changed';
  return [{ ...difference, change }];
};

/** A pattern that every text matches is none. */
function patternOf(
  schema: Readonly<Record<string, unknown>>,
): string | undefined {
  const { pattern } = schema;
  if (typeof pattern !== 'string') return undefined;
  return /^\^?(\.\*)?\$?$/.test(pattern) ? undefined : pattern;
}
