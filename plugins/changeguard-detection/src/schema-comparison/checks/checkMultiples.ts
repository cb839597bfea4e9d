import { isMultiple } from '../../schema-containment/numberBounds';
import { SchemaCheck, SchemaDifference } from '../SchemaPair';

/** Steps of numbers and repetition of items. */
export const checkMultiples: SchemaCheck = (base, revision) => {
  const found: SchemaDifference[] = [];
  const before = stepOf(base.value);
  const after = stepOf(revision.value);
  if (before !== after) {
    const change = changeOf(before, after);
    found.push({ change, word: 'multipleOf', before, after });
  }
  const wasUnique = base.value.uniqueItems === true;
  const isUnique = revision.value.uniqueItems === true;
  if (wasUnique !== isUnique) {
    found.push({
      change: `unique-items-${isUnique ? 'added' : 'removed'}`,
      word: 'uniqueItems',
      before: wasUnique,
      after: isUnique,
    });
  }
  return found;
};

function stepOf(schema: Readonly<Record<string, unknown>>): number | undefined {
  const step = schema.multipleOf;
  return typeof step === 'number' && step > 0 ? step : undefined;
}

function changeOf(before: number | undefined, after: number | undefined) {
  if (before === undefined) return 'multiple-of-added';
  if (after === undefined) return 'multiple-of-removed';
  if (isMultiple(before, after)) return 'multiple-of-generalized';
  return isMultiple(after, before)
    ? 'multiple-of-specialized'
    : 'multiple-of-changed';
}
