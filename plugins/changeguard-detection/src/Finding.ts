/** How much a finding breaks. @public */
export type Severity = 'breaking' | 'dangerous' | 'non-breaking';

/** For whom it breaks. @public */
export type Side = 'request' | 'response' | 'reader' | 'writer' | 'source';

/** A place in a text, counted from 1. @public */
export interface SourceRange {
  startLine: number;
  endLine: number;
}

/**
 * What a check saw, without judging it: one difference between two versions of a definition.
 *
 * @public
 */
export interface Fact {
  /** The id of the rule that judges it, such as `response-property-removed`. */
  rule: string;
  side: Side | null;
  /** Where, in the words of the format: a JSON Pointer, `Query.user(id:)`, `orders.v1.Order.id`, `public.orders.legacy_id`. */
  pointer: string;
  /** The operation, channel or service it belongs to, such as `GET /orders/{id}`. */
  operation?: string;
  /** The fragment before, as text of the format; null when it was not there. */
  before: string | null;
  /** The fragment after; null when it is not there any more. */
  after: string | null;
  beforeRange?: SourceRange;
  afterRange?: SourceRange;
  /** What the rule's message fills its gaps with. */
  details: Readonly<Record<string, string>>;
  /**
   * Path of use that tells apart two facts with the same pointer, free of array indexes and `$ref` names, so that re-ordering
   * and renaming a shared part change nothing. Defaults to the pointer.
   */
  identity?: string;
}

/**
 * A judged fact.
 *
 * @public
 */
export interface Finding {
  rule: string;
  severity: Severity;
  side: Side | null;
  pointer: string;
  operation?: string;
  before: string | null;
  after: string | null;
  beforeRange?: SourceRange;
  afterRange?: SourceRange;
  /** One sentence for people. */
  message: string;
  /** SHA-256, in hex, over rule, identity, side, before and after: stable under re-ordering, re-formatting and new words. */
  fingerprint: string;
  /** What found it, such as `openapi`, and its version: rules change with it. */
  engine: string;
  engineVersion: string;
}
