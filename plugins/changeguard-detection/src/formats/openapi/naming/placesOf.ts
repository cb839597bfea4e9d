import { Spot } from '../../../schema-comparison/SchemaUse';
import { HttpSchemaUse } from '../model/HttpSchemaUse';
import { Place } from '../../../schema-comparison/schemaFamilies';

/** The places whose rules may apply, the closest first. */
export function placesOf(use: HttpSchemaUse, spot: Spot): string[] {
  if (use.place === 'header') return ['response-header'];
  if (use.place === 'parameter') {
    if (!spot.nested) return ['request-parameter'];
    const header =
      use.details.in === 'header' ? ['request-header-property'] : [];
    return [...header, 'request-parameter-property', 'request-parameter'];
  }
  const place: Place = spot.nested
    ? `${use.side}-property`
    : `${use.side}-body`;
  return place === 'response-body' ? [place, 'response-mediatype'] : [place];
}
