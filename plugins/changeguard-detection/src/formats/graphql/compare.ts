import { Change, diff } from '@graphql-inspector/core';
import { Comparison, EngineOptions } from '../../Comparison';
import { comparisonOf } from '../../comparisonOf';
import { Fact } from '../../Finding';
import { failedComparison } from '../../text/failedComparison';
import { factOf } from './factOf';
import { readSchema } from './readSchema';
import { removalRuleOf } from './removalRuleOf';
import { ruleOf } from './ruleOf';

/** Compares two schemas; what stands in for a part that is written elsewhere is never reported as a change. */
export async function compareGraphql(
  base: string,
  revision: string,
  { budget, now }: EngineOptions,
): Promise<Comparison<Fact>> {
  const before = readSchema(base, budget);
  if (before.outcome === 'failed') return failedComparison(before, 'base');
  const after = readSchema(revision, budget);
  if (after.outcome === 'failed') return failedComparison(after, 'revision');
  const stubs = new Set([...before.stubs, ...after.stubs]);
  const facts: Fact[] = [];
  const changes = await diff(before.schema, after.schema);
  for (const change of withoutConsequences(changes)) {
    const named = ruleOf(change);
    if (!named) continue;
    const path = change.path ?? '';
    const { rule, sunset } = removalRuleOf(named, path, before.schema, now);
    const seen = factOf(named, change, before.schema, after.schema);
    const details = { ...seen.details, sunset: sunset ?? '' };
    const fact = { ...seen, rule, details };
    if (!stubs.has(fact.pointer.replace(/[.(].*$/, ''))) facts.push(fact);
  }
  const missing = [...new Set([...before.missing, ...after.missing])].sort();
  return comparisonOf(
    facts,
    missing.map(
      name => `The type ${name} is not in the schema, so it was not compared.`,
    ),
  );
}

const NEWCOMER =
  /^((TYPE|FIELD|ENUM_VALUE|INPUT_FIELD|DIRECTIVE)_ADDED|DIRECTIVE_USAGE_.*(?<!_ARGUMENT)_(ADDED|REMOVED))$/;

/** What lies within something new, and arguments of a mark that came or went, is told with it. */
function withoutConsequences(changes: readonly Change[]): Change[] {
  const told = new Set(
    changes
      .filter(({ type }) => NEWCOMER.test(String(type)))
      .map(({ path }) => path),
  );
  return changes.filter(({ type, path = '' }) => {
    if (type === 'DIRECTIVE_LOCATION_ADDED') return !told.has(path);
    const steps = path.split('.');
    return !steps.some(
      (_, index) => index > 0 && told.has(steps.slice(0, index).join('.')),
    );
  });
}
