import { Located } from './ApiDocument';

/** One schema in both versions, and what is below it in both. */
export interface SchemaPair {
  base: Located;
  revision: Located;
  differences: readonly SchemaDifference[];
  children: readonly ChildPair[];
}

/** A schema below another that is in both versions. */
export interface ChildPair {
  /** What leads there, such as a property's name or `/items`. */
  token: string;
  /** The property's name, where it is one. */
  property?: string;
  pair: SchemaPair;
}

/** One difference between two schemas, whoever sends or receives them. */
export interface SchemaDifference {
  /** What a rule id ends with, such as `max-length-decreased`. */
  change: string;
  /** The keyword that differs, for its place. */
  word?: string;
  /** What it is about: a value, a property, a type. */
  name?: string;
  before?: unknown;
  after?: unknown;
  /** The property a difference is about that its parent states. */
  property?: {
    name: string;
    schema: Located;
    required: boolean;
    /** The member of the schema that describes it, where the schema does not itself. */
    owner?: Located;
  };
  /** Further words for messages. */
  details?: Readonly<Record<string, string>>;
}

/** Looks at one pair of schemas. */
export type SchemaCheck = (
  base: Located,
  revision: Located,
  context: SchemaContext,
) => SchemaDifference[];

/** What checks of schemas may ask. */
export interface SchemaContext {
  /** The schema behind a key of either version, with references followed. */
  baseChild(parent: Located, ...keys: (string | number)[]): Located | undefined;
  revisionChild(
    parent: Located,
    ...keys: (string | number)[]
  ): Located | undefined;
  /** Whether the two are members of an `allOf`, wherever they are written: others beside them say more of the same value. */
  isPart: boolean;
}
