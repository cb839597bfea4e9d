import { createHash } from 'node:crypto';
import { Fact, Finding, Severity } from './Finding';
import { fillMessage, Rule } from './Rule';

/** Levels raised or lowered by rule id; `muted` drops the finding. @public */
export type RuleLevels = Readonly<Record<string, Severity | 'muted'>>;

/**
 * Judges facts by a rule table.
 *
 * @throws Error - for a fact whose rule is not in the table, which is a mistake of the engine.
 * @public
 */
export function judge(
  facts: readonly Fact[],
  options: {
    rules: ReadonlyMap<string, Rule>;
    levels?: RuleLevels;
    engine: string;
    engineVersion: string;
  },
): Finding[] {
  const findings = new Map<string, Finding>();
  for (const fact of facts) {
    const rule = options.rules.get(fact.rule);
    if (!rule) throw new Error(`No rule '${fact.rule}' in ${options.engine}`);
    const level = options.levels?.[rule.id] ?? rule.severity;
    if (level === 'muted') continue;
    const fingerprint = fingerprintOf(fact);
    findings.set(fingerprint, {
      rule: rule.id,
      severity: level,
      side: fact.side ?? rule.side ?? null,
      pointer: fact.pointer,
      operation: fact.operation,
      before: fact.before,
      after: fact.after,
      beforeRange: fact.beforeRange,
      afterRange: fact.afterRange,
      message: fillMessage(rule, fact),
      fingerprint,
      engine: options.engine,
      engineVersion: options.engineVersion,
    });
  }
  return [...findings.values()];
}

/** Independent of order, formatting and message text. */
function fingerprintOf(fact: Fact): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        fact.rule,
        fact.operation ?? null,
        fact.identity ?? fact.pointer,
        fact.side,
        ...(fact.digests ?? [fact.before, fact.after]),
      ]),
    )
    .digest('hex');
}
