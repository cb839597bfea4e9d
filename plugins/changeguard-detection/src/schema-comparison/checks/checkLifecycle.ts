import { SchemaCheck, SchemaDifference } from '../SchemaPair';
import { stabilityOf, readSunset } from '../lifecycle';

/** Deprecation, sunset and stability of a property. */
export const checkLifecycle: SchemaCheck = (base, revision) => {
  const was = base.value.deprecated === true;
  const is = revision.value.deprecated === true;
  const found: SchemaDifference[] = [];
  if (was !== is) {
    const difference = { word: 'deprecated', before: was, after: is };
    if (!is) found.push({ ...difference, change: 'reactivated' });
    else found.push({ ...difference, change: deprecation(revision.value) });
  }
  const before = stabilityOf(base.value);
  const after = stabilityOf(revision.value);
  if (before !== undefined && after !== undefined && before !== after) {
    found.push({
      change: after > before ? 'stability-increased' : 'stability-decreased',
      word: 'x-stability-level',
      before: base.value['x-stability-level'],
      after: revision.value['x-stability-level'],
    });
  }
  return found;
};

function deprecation(schema: Readonly<Record<string, unknown>>): string {
  const sunset = readSunset(schema);
  if (sunset.outcome === 'none') return 'deprecated';
  return sunset.outcome === 'date'
    ? 'deprecated-with-sunset'
    : 'deprecated-sunset-invalid';
}
