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

/** What a schema says that it is written in, and how it is read then. */
export type WrittenIn =
  | { outcome: 'known'; dialect: Dialect }
  /** In words of somebody's own: what they add is not known, the rest is read as the newest draft. */
  | { outcome: 'custom'; dialect: Dialect; uri: string }
  | { outcome: 'unsupported'; uri: string };

const DRAFTS: readonly (readonly [RegExp, Dialect])[] = [
  [/^draft-0[4-7](\/|#|$)/, draft7],
  [/^(draft\/20(19-09|20-12)|schema)(\/|#|$)/, draft2020],
];

/**
 * The dialect that a schema says it is written in. One that says nothing is of the newest, unless it keeps its parts under
 * `definitions`, which were `$defs` from 2019 on.
 */
export function dialectOf(schema: unknown): WrittenIn {
  const {
    $schema: uri,
    definitions,
    $defs,
  } = Object(schema) as Record<string, unknown>;
  if (typeof uri !== 'string') {
    const old = definitions !== undefined && $defs === undefined;
    return { outcome: 'known', dialect: old ? draft7 : draft2020 };
  }
  const [home, path] = uri.split(/^https?:\/\/json-schema\.org\//);
  if (home !== '') return { outcome: 'custom', dialect: draft2020, uri };
  const known = DRAFTS.find(([pattern]) => pattern.test(path));
  return known
    ? { outcome: 'known', dialect: known[1] }
    : { outcome: 'unsupported', uri };
}
