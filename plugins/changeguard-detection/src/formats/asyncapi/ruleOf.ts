import { removalOf } from '../../schema-comparison/lifecycle';
import {
  SchemaDifference,
  SchemaPair,
} from '../../schema-comparison/SchemaPair';
import { RuleOf } from '../../schema-comparison/SchemaReporter';
import { MessageSchemaUse } from './Context';

/** Names the rule for a difference between schemas of messages, on a day. */
export function ruleOf(today: Date): RuleOf<MessageSchemaUse> {
  return (pair, difference, { side }) => {
    const way = side === 'reader' ? 'sent' : 'received';
    return difference.property
      ? `${way}-${propertyChange(pair, difference, way, today)}`
      : `${way}-value-${difference.change}`;
  };
}

function propertyChange(
  { base, revision }: SchemaPair,
  { change, property }: SchemaDifference,
  way: 'sent' | 'received',
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
