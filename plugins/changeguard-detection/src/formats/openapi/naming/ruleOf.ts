import {
  SchemaDifference,
  SchemaPair,
} from '../../../schema-comparison/SchemaPair';
import { RuleOf } from '../../../schema-comparison/SchemaReporter';
import { Spot } from '../../../schema-comparison/SchemaUse';
import { HttpSchemaUse } from '../model/HttpSchemaUse';
import { openApiRuleById } from '../rules';
import { changeAt } from './changeAt';
import { placesOf } from './placesOf';
import { propertyRuleOf } from './propertyRuleOf';

/** Names the rule for a difference between schemas, on a day; none where nobody minds. */
export function ruleOf(today: Date): RuleOf<HttpSchemaUse> {
  return (pair, difference, use, spot) =>
    difference.property
      ? propertyRuleOf(difference, use, today)
      : valueRuleOf(pair, difference, use, spot);
}

function valueRuleOf(
  pair: SchemaPair,
  difference: SchemaDifference,
  use: HttpSchemaUse,
  spot: Spot,
): string | undefined {
  const { side } = use;
  const own = pair.revision.value;
  const hidden =
    spot.nested && own[side === 'request' ? 'readOnly' : 'writeOnly'] === true;
  const change = changeAt(difference, use, spot);
  if (change.startsWith('default-value-') && use.optional === false) {
    return undefined;
  }
  if (/^became-(not-)?(read|write)-only$/.test(change)) {
    if (use.place !== 'body') return undefined;
    const need = spot.required ? 'required' : 'optional';
    return `${side}-${need}-property-${change}`;
  }
  if (hidden) {
    const veiled = side === 'request' ? 'read-only' : 'write-only';
    const rule = `${side}-${veiled}-property-${change}`;
    if (openApiRuleById.has(rule)) return rule;
  }
  const rule = placesOf(use, spot)
    .map(place => `${place}-${change}`)
    .find(id => openApiRuleById.has(id));
  if (!rule) return undefined;
  return hidden && openApiRuleById.get(rule)!.severity !== 'non-breaking'
    ? undefined
    : rule;
}
