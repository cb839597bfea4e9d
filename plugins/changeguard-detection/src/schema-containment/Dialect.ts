/** How the words of a schema are read. */
export interface Dialect {
  /** Whether words beside a `$ref` count: since draft 2019-09. */
  refSiblings: boolean;
  /** Whether `nullable: true` adds null: OpenAPI 3.0. */
  nullable: boolean;
  /** Whether `oneOf` refuses what two members allow; where people mean alternatives, it is taken as `anyOf`. */
  exclusiveOneOf: boolean;
}

/** Drafts up to 7. */
export const draft7: Dialect = {
  refSiblings: false,
  nullable: false,
  exclusiveOneOf: true,
};

/** Draft 2019-09 and later. */
export const draft2020: Dialect = {
  refSiblings: true,
  nullable: false,
  exclusiveOneOf: true,
};

/** The schema object of OpenAPI 3.0. */
export const openApi30: Dialect = {
  refSiblings: false,
  nullable: true,
  exclusiveOneOf: false,
};

/** The schema object of OpenAPI 3.1. */
export const openApi31: Dialect = { ...draft2020, exclusiveOneOf: false };

/** The schema object of AsyncAPI: draft 7, whose alternatives are meant as such. */
export const asyncApi: Dialect = { ...draft7, exclusiveOneOf: false };

/**
 * The dialect that a schema says it is written in. One that says nothing is of the newest, unless it keeps its parts under
 * `definitions`, which were `$defs` from 2019 on.
 */
export function dialectOf(schema: unknown): Dialect {
  if (typeof schema !== 'object' || schema === null) return draft2020;
  const {
    $schema: uri,
    definitions,
    $defs,
  } = schema as Record<string, unknown>;
  if (typeof uri === 'string') {
    return /draft-0[3-7]/.test(uri) ? draft7 : draft2020;
  }
  return definitions !== undefined && $defs === undefined ? draft7 : draft2020;
}
