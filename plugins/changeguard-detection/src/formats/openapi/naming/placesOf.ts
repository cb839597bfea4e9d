import { SchemaUse, Spot } from '../model/SchemaUse';
import { Place } from '../rules/schemaFamilies';

/** The places whose rules may apply, the closest first. */
export function placesOf(use: SchemaUse, spot: Spot): string[] {
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
