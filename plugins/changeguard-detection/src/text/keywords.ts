/** Words of a schema for people, which may change without changing what is meant. */
export const SCHEMA_WORDS_FOR_PEOPLE: ReadonlySet<string> = new Set([
  'title',
  'description',
  'example',
  'examples',
]);

/** The same of a whole definition, whose operations and references have a summary. */
export const WORDS_FOR_PEOPLE: ReadonlySet<string> = new Set([
  ...SCHEMA_WORDS_FOR_PEOPLE,
  'summary',
]);

/** Lists of a schema whose order means nothing. */
export const SCHEMA_SETS: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'enum',
  'oneOf',
  'required',
  'type',
]);

/** The same of a whole definition, with what extends schemas. */
export const SETS: ReadonlySet<string> = new Set([
  ...SCHEMA_SETS,
  'parameters',
  'security',
  'tags',
  'x-extensible-enum',
]);
