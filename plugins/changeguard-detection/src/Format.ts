import { Engine } from './Comparison';
import { RuleSet } from './RuleSet';

/** One line of the registry: a format, what compares it and what judges it. @public */
export interface Format extends RuleSet {
  /** States the facts. */
  compare: Engine;
}
