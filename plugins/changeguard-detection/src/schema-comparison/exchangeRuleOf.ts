import { removalOf } from './lifecycle';
import { SchemaDifference, SchemaPair } from './SchemaPair';
import { RuleOf } from './SchemaReporter';
import { SchemaUse } from './SchemaUse';
import { Way } from './ExchangeRules';

/** Names the rule of `ExchangeRules` for a difference between schemas, on a day. */
export function exchangeRuleOf(
  prefixes: Readonly<Record<Way, string>>,
  today: Date,
): RuleOf<SchemaUse> {
  return (pair, difference, { side }) => {
    const way = side === 'reader' ? 'sent' : 'received';
    const change = difference.property
      ? propertyChange(pair, difference, way, today)
      : `value-${difference.change}`;
    return `${prefixes[way]}-${change}`;
  };
}

function propertyChange(
  { base, revision }: SchemaPair,
  { change, property }: SchemaDifference,
  way: Way,
  today: Date,
): string {
  const { schema, required } = property!;
  const need = required ? 'required' : 'optional';
  if (change === 'added') {
    if (way === 'received') return `${need}-property-added`;
    return isClosed(base.value)
      ? 'property-added-to-closed-object'
      : 'property-added';
  }
  if (change !== 'removed') return `property-${change}`;
  const removal = removalOf(schema.value, today);
  if (removal !== 'unannounced') return `property-removed-${removal}`;
  if (way === 'sent') return `${need}-property-removed`;
  return isClosed(revision.value)
    ? 'property-removed-from-closed-object'
    : 'property-removed';
}

/** Whether there may be nothing but what is described. */
function isClosed(schema: Readonly<Record<string, unknown>>): boolean {
  return schema.additionalProperties === false;
}
