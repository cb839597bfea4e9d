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
  const old =
    'mapping' in before && isObject(before.mapping) ? before.mapping : {};
  const now =
    'mapping' in after && isObject(after.mapping) ? after.mapping : {};
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

/** In AsyncAPI it is the name of the property alone. */
function discriminatorOf({ value: { discriminator } }: Located) {
  if (typeof discriminator === 'string') return { propertyName: discriminator };
  return isObject(discriminator) ? discriminator : undefined;
}
