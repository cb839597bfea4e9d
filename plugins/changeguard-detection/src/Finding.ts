/** How much a finding breaks. @public */
export type Severity = 'breaking' | 'dangerous' | 'non-breaking';

/** For whom it breaks. @public */
export type Side = 'request' | 'response' | 'reader' | 'writer' | 'source';

/** A place in a text, counted from 1. @public */
export interface SourceRange {
  /** The first line. */
  startLine: number;
  /** The last line, included. */
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
  /** For whom it breaks; null leaves that to the rule. */
  side: Side | null;
  /** Where, in the words of the format: a JSON Pointer, `Query.user(id:)`, `orders.v1.Order.id`, `public.orders.legacy_id`. */
  pointer: string;
  /** The operation, channel or service it belongs to, such as `GET /orders/{id}`. */
  operation?: string;
  /** The fragment before, as text of the format; null when it was not there. */
  before: string | null;
  /** The fragment after; null when it is not there any more. */
  after: string | null;
  /** Where the fragment stood. */
  beforeRange?: SourceRange;
  /** Where the fragment stands. */
  afterRange?: SourceRange;
  /** What the rule's message fills its gaps with. */
  details: Readonly<Record<string, string>>;
  /**
   * Path of use that tells apart two facts with the same pointer, free of array indexes and `$ref` names, so that re-ordering
   * and renaming a shared part change nothing. Defaults to the pointer.
   */
  identity?: string;
  /**
   * What tells before and after from others, whole and in an order of their own, where the fragments are cut short for people: the
   * fingerprint is taken of these instead.
   */
  digests?: readonly [before: string | null, after: string | null];
}

/**
 * A judged fact.
 *
 * @public
 */
export interface Finding {
  /** The id of the rule that judged it. */
  rule: string;
  /** How much it breaks. */
  severity: Severity;
  /** For whom; null when for nobody in particular. */
  side: Side | null;
  /** Where, as in the fact. */
  pointer: string;
  /** The operation, channel or service it belongs to. */
  operation?: string;
  /** The fragment before; null when it was not there. */
  before: string | null;
  /** The fragment after; null when it is not there any more. */
  after: string | null;
  /** Where the fragment stood. */
  beforeRange?: SourceRange;
  /** Where the fragment stands. */
  afterRange?: SourceRange;
  /** One sentence for people. */
  message: string;
  /** SHA-256, in hex, over rule, identity, side, before and after: stable under re-ordering, re-formatting and new words. */
  fingerprint: string;
  /** What found it, such as `openapi`. */
  engine: string;
  /** Its version: rules change with it. */
  engineVersion: string;
}
