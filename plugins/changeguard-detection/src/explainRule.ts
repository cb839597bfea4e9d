import { Severity, Side } from './Finding';
import { ruleSets } from './ruleSets';
import { Rule } from './Rule';

/** Why a rule's findings matter. @public */
export interface RuleExplanation {
  /** The rule's id. */
  rule: string;
  /** How much it breaks, unless levels say otherwise. */
  severity: Severity;
  /** For whom; null where the finding says, or where it is for nobody in particular. */
  side: Side | null;
  /** Why it matters, in one sentence. */
  purpose: string;
  /** What its findings say; words in braces are filled from the finding. */
  message: string;
  /** The rule for the opposite direction, or why there is none; null where the rule does not say. */
  twin:
    | { rule: string; severity: Severity; purpose: string }
    | { waiver: string }
    | null;
}

/**
 * Answers "why is this breaking" for a finding's rule.
 *
 * @returns undefined for a format or a rule that does not exist.
 * @public
 */
export function explainRule(
  formatId: string,
  ruleId: string,
): RuleExplanation | undefined {
  const rules = ruleSets.get(formatId)?.rules ?? [];
  const rule = rules.find(({ id }) => id === ruleId);
  if (!rule) return undefined;
  const { severity, side = null, purpose, message } = rule;
  const twin = twinOf(rule, rules);
  return { rule: ruleId, severity, side, purpose, message, twin };
}

function twinOf(
  { twin }: Rule,
  rules: readonly Rule[],
): RuleExplanation['twin'] {
  if (typeof twin === 'object') return twin;
  const other = rules.find(({ id }) => id === twin);
  if (!other) return null;
  const { id, severity, purpose } = other;
  return { rule: id, severity, purpose };
}
