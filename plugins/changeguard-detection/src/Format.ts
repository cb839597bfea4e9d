import { Engine } from './Comparison';
import { Rule } from './Rule';

/** One line of the registry: a format, what compares it and what judges it. @public */
export interface Format {
  /** As a schema change's `format`, such as `openapi`. */
  id: string;
  /** Grows when rules or their meaning change. */
  version: string;
  /** States the facts. */
  compare: Engine;
  /** Judge them. */
  rules: readonly Rule[];
}
