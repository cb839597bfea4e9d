import { Located } from '../ApiDocument';
import { isObject } from '../../text/isObject';
import { SchemaCheck, SchemaDifference } from '../SchemaPair';

/** Whether an object may have members nobody declared. */
export const checkAdditional: SchemaCheck = (base, revision) => {
  const before = opennessOf(base);
  const after = opennessOf(revision);
  if (before === after) return [];
  const difference = {
    word: 'additionalProperties',
    before: base.value.additionalProperties,
    after: revision.value.additionalProperties,
  };
  const found: SchemaDifference[] = [];
  if (after === 'closed') {
    found.push({ ...difference, change: 'additional-properties-closed' });
  } else if (before === 'closed') {
    found.push({ ...difference, change: 'additional-properties-opened' });
  } else if (after === 'limited') {
    found.push({ ...difference, change: 'additional-properties-limited' });
  } else {
    found.push({ ...difference, change: 'additional-properties-unlimited' });
  }
  return found;
};

function opennessOf(schema: Located): 'open' | 'closed' | 'limited' {
  const { additionalProperties } = schema.value;
  if (additionalProperties === false) return 'closed';
  const limits = isObject(additionalProperties)
    ? Object.keys(additionalProperties).length
    : 0;
  return limits > 0 ? 'limited' : 'open';
}
