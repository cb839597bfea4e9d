import { Fact, Severity, Side } from './Finding';

/**
 * What a fact means: the judgement, and the words for it.
 *
 * @public
 */
export interface Rule {
  /** Kebab-case; where another tool's vocabulary is the field's, its id. */
  id: string;
  /** How much it breaks, unless levels say otherwise. */
  severity: Severity;
  /** The side when it is always the same one; otherwise the fact says. */
  side?: Side;
  /** Why it matters, in one sentence, for the rule's page. */
  purpose: string;
  /** The sentence for people, with `{name}` filled from the fact's details. */
  message: string;
  /**
   * The id of the rule for the opposite direction (request ↔ response, added ↔ removed), or why there is none: a test looks for
   * holes in the table.
   */
  twin?: string | { waiver: string };
}

/** Gaps of a message filled from a fact. */
export function fillMessage(rule: Rule, fact: Fact): string {
  return rule.message.replace(
    /\{(\w+)\}/g,
    (gap, name: string) => fact.details[name] ?? gap,
  );
}
