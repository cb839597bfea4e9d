import { SchemaDifference } from '../../../schema-comparison/SchemaPair';
import { Spot } from '../../../schema-comparison/SchemaUse';
import { HttpSchemaUse } from '../model/HttpSchemaUse';
import { openApiRuleById } from '../rules';
import { placesOf } from './placesOf';
import { wordOf } from '../../../text/wordOf';

/** The same difference may mean something else where it is used. */
export function changeAt(
  difference: SchemaDifference,
  use: HttpSchemaUse,
  spot: Spot,
): string {
  const { change, details } = difference;
  if (!change.startsWith('type-')) return change;
  const text = !use.json;
  if (
    change === 'type-changed' &&
    text &&
    !(use.place === 'parameter' && spot.nested)
  ) {
    const from = details?.from;
    const to = details?.to;
    if (
      use.side === 'request' &&
      to === 'string' &&
      from !== 'any' &&
      from !== 'string'
    ) {
      return use.place === 'parameter' ? 'type-generalized' : 'type-compatible';
    }
    const parsed = / \(/.test(wordOf(details?.before));
    if (use.side === 'response' && from === 'string' && !parsed) {
      return 'type-compatible';
    }
  }
  if (change === 'type-specialized') {
    const exists = placesOf(use, spot).some(place =>
      openApiRuleById.has(`${place}-type-specialized`),
    );
    const nestedParameter = use.place === 'parameter' && spot.nested;
    return exists && (use.side === 'response' || nestedParameter)
      ? change
      : 'type-changed';
  }
  if (change === 'type-generalized' && use.side === 'response') {
    const lost = details?.to === 'any' || lostFormat(details);
    return lost ? 'type-changed' : change;
  }
  return change;
}

/** A client that parses a format is not helped by the type staying the same. */
function lostFormat(details: SchemaDifference['details']): boolean {
  return (
    / \(/.test(wordOf(details?.before)) && !/ \(/.test(wordOf(details?.after))
  );
}
