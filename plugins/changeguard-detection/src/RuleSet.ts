import { Rule } from './Rule';

/** The rules of one format. @public */
export interface RuleSet {
  /** The format, as a schema change names it: `openapi`. */
  id: string;
  /** Grows when rules or their meaning change. */
  version: string;
  /** Judge what an engine states. */
  rules: readonly Rule[];
}
