import { removalOf } from '../../../schema-comparison/lifecycle';
import { SchemaDifference } from '../../../schema-comparison/SchemaPair';
import { HttpSchemaUse } from '../model/HttpSchemaUse';

/** The rule for a property that came, went, or became required or optional. */
export function propertyRuleOf(
  { change, property }: SchemaDifference,
  use: HttpSchemaUse,
  today: Date,
): string | undefined {
  const { schema, required } = property!;
  const need = required ? 'required' : 'optional';
  if (use.place === 'header') return undefined;
  const removal =
    change === 'removed' ? removalOf(schema.value, today) : 'unannounced';
  if (use.place === 'parameter') {
    return removal === 'unannounced'
      ? parameterPropertyRule(change, required, use)
      : `request-property-removed-${removal}`;
  }
  if (use.side === 'request') {
    if (schema.value.readOnly === true) return undefined;
    if (removal !== 'unannounced') return `request-property-removed-${removal}`;
    const standard = schema.value.default === undefined ? '' : '-with-default';
    if (change === 'added') {
      return required
        ? `new-required-request-property${standard}`
        : 'new-optional-request-property';
    }
    if (change === 'became-required') {
      return `request-property-became-required${standard}`;
    }
    return `request-property-${change}`;
  }
  const veiled = schema.value.writeOnly === true ? 'write-only-' : '';
  if (removal !== 'unannounced' && !veiled) {
    return `response-property-removed-${removal}`;
  }
  if (change === 'added' || change === 'removed') {
    return `response-${need}-${veiled}property-${change}`;
  }
  return `response-${veiled}property-${change}`;
}

function parameterPropertyRule(
  change: string,
  required: boolean,
  use: HttpSchemaUse,
): string {
  const header = use.details.in === 'header';
  if (change === 'added' && !required) {
    return 'new-optional-request-parameter-property';
  }
  if (change === 'added') {
    return `new-required-request-${header ? 'header' : 'parameter'}-property`;
  }
  return header && change === 'became-required'
    ? 'request-header-property-became-required'
    : `request-parameter-property-${change}`;
}
