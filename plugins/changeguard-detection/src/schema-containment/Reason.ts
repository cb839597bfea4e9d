import type { Conjunction } from './SchemaNode';

/** Why a value of one schema may not be valid in another. */
export type ReasonKind =
  | 'type'
  | 'enum'
  | 'minimum'
  | 'maximum'
  | 'multiple-of'
  | 'min-length'
  | 'max-length'
  | 'pattern'
  | 'format'
  | 'min-items'
  | 'max-items'
  | 'unique-items'
  | 'contains'
  | 'item-closed'
  | 'min-properties'
  | 'max-properties'
  | 'required'
  | 'property-closed'
  | 'property-undeclared'
  | 'property-names'
  | 'not'
  | 'undecidable';

/** One reason, wherever it shows. */
export interface Reason {
  kind: ReasonKind;
  /** The schema whose values are asked about, and the one they are tried in. */
  from: string | undefined;
  to: string | undefined;
  /** What the two say about the one thing that it is about, and nothing around it. */
  before: unknown;
  after: unknown;
  /** A property, a value or a word that the reason is about. */
  name: string;
  /** Tells it from others of its kind at its place, whatever else the schemas say; before and after count beside it. */
  identity: string;
  /** What is said of the property that the reason is about, where only one of the two describes it. */
  described?: Conjunction;
}
