import { Located } from '../ApiDocument';
import { isObject } from '../../text/isObject';
import { SchemaCheck, SchemaDifference } from '../SchemaPair';

/** The property that tells alternatives apart, and its values. */
export const checkDiscriminator: SchemaCheck = (base, revision) => {
  const before = discriminatorOf(base);
  const after = discriminatorOf(revision);
  const word = 'discriminator';
  if (!before && !after) return [];
  if (!before) return [{ change: 'discriminator-added', word, after }];
  if (!after) return [{ change: 'discriminator-removed', word, before }];
  const found: SchemaDifference[] = [];
  if (before.propertyName !== after.propertyName) {
    found.push({
      change: 'discriminator-property-name-changed',
      word,
      before: before.propertyName,
      after: after.propertyName,
    });
  }
  const old = isObject(before.mapping) ? before.mapping : {};
  const now = isObject(after.mapping) ? after.mapping : {};
  for (const name of [
    ...new Set([...Object.keys(old), ...Object.keys(now)]),
  ].sort()) {
    const change = mappingChange(old[name], now[name]);
    if (change) {
      found.push({
        change: `discriminator-mapping-${change}`,
        word,
        name,
        before: old[name],
        after: now[name],
      });
    }
  }
  return found;
};

function mappingChange(before: unknown, after: unknown) {
  if (before === after) return undefined;
  if (before === undefined) return 'added';
  return after === undefined ? 'deleted' : 'changed';
}

function discriminatorOf({ value }: Located) {
  return isObject(value.discriminator) ? value.discriminator : undefined;
}
