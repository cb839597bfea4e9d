type Schema = Readonly<Record<string, unknown>>;

/**
 * Whether a schema allows a single value where another has a list of values: to be compared, it is a list of one. Not null: lists
 * are compared without it, as it is told with the types.
 */
export function isListOfOne(schema: Schema, other: Schema): boolean {
  return (
    schema.const !== undefined &&
    schema.const !== null &&
    schema.enum === undefined &&
    other.const === undefined &&
    Array.isArray(other.enum)
  );
}
