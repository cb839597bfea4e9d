/** A schema that is an object; undefined for `true`, `false` and what is no schema. */
export function asSchema(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** A list; one thing is a list of one, nothing is an empty one. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The members of an object, in an order of their own so that theirs does not matter. */
export function entriesOf(value: unknown): [string, unknown][] {
  const object = asSchema(value);
  if (!object) return [];
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A number, or nothing. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** Whether a schema says nothing. */
export function allowsEverything(value: unknown): boolean {
  const schema = asSchema(value);
  return value === true || (!!schema && Object.keys(schema).length === 0);
}
