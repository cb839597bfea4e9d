type Schema = Readonly<Record<string, unknown>>;

/** Whether a schema allows a single value where another has a list of values: to be compared, it is a list of one. */
export function isListOfOne(schema: Schema, other: Schema): boolean {
  return (
    schema.const !== undefined &&
    schema.enum === undefined &&
    other.const === undefined &&
    Array.isArray(other.enum)
  );
}
