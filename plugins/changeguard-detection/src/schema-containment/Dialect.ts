/** How the words of a schema are read. */
export interface Dialect {
  /** Whether words beside a `$ref` count: since draft 2019-09. */
  refSiblings: boolean;
  /** Whether `nullable: true` adds null: OpenAPI 3.0. */
  nullable: boolean;
}

/** Drafts up to 7. */
export const draft7: Dialect = { refSiblings: false, nullable: false };

/** Draft 2019-09 and later. */
export const draft2020: Dialect = { refSiblings: true, nullable: false };

/** The schema object of OpenAPI 3.0. */
export const openApi30: Dialect = { refSiblings: false, nullable: true };

/** The dialect that a schema says it is written in; the newest where it says nothing. */
export function dialectOf(schema: unknown): Dialect {
  const uri = (schema as { $schema?: unknown } | null)?.$schema;
  return typeof uri === 'string' && /draft-0[3-7]/.test(uri)
    ? draft7
    : draft2020;
}
