import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { FormValues, valuesOf } from './formValues';

/** A field that somebody else changed while the form was open. */
export interface MeanwhileField {
  field: keyof FormValues;
  was: FormValues[keyof FormValues];
  now: FormValues[keyof FormValues];
  /** The person changed it too, to something else; theirs is kept in the form. */
  conflicting: boolean;
}

const same = (a: unknown, b: unknown) =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Lays a form over a newer version of its change: fields the person has touched keep what they typed, all others take the newer
 * content.
 *
 * @param base - the version the form was filled from.
 */
export function mergeNewer(
  values: FormValues,
  base: SchemaChange,
  newer: SchemaChange,
): { values: FormValues; meanwhile: MeanwhileField[] } {
  const was = valuesOf(base);
  const now = valuesOf(newer);
  const fields = Object.keys(was) as (keyof FormValues)[];
  const touched = fields.filter(field => !same(values[field], was[field]));
  const kept = Object.fromEntries(touched.map(field => [field, values[field]]));
  return {
    values: { ...now, ...kept },
    meanwhile: fields
      .filter(field => !same(was[field], now[field]))
      .map(field => ({
        field,
        was: was[field],
        now: now[field],
        conflicting:
          touched.includes(field) && !same(values[field], now[field]),
      })),
  };
}
