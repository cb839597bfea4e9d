import { Comparison, EngineOptions } from '../../Comparison';
import { comparisonOf } from '../../comparisonOf';
import { Fact } from '../../Finding';
import { failedComparison } from '../../text/failedComparison';
import { parseText } from '../../text/parseText';
import { unresolvedReasons } from '../../text/unresolvedReasons';
import { withinStack } from '../../text/withinStack';
import { definitionChecks, operationChecks, pathChecks } from './checks/checks';
import { schemaChecks } from '../../schema-comparison/checks/schemaChecks';
import { tooManyDifferences } from '../../tooManyDifferences';
import { Context } from './Context';
import { ApiDocument } from '../../schema-comparison/ApiDocument';
import { pathsOf } from './model/pathsOf';
import { placeFacts } from '../../schema-comparison/placeFacts';
import { SchemaPairs } from '../../schema-comparison/SchemaPairs';
import { Places, SchemaReporter } from '../../schema-comparison/SchemaReporter';
import { Arbiter } from '../../schema-comparison/Arbiter';
import { ruleOf } from './naming/ruleOf';
import { readDefinition } from './readDefinition';
import { exchangeRuleOf } from '../../schema-comparison/exchangeRuleOf';
import { CALLBACK_PREFIXES } from './rules/callbackRules';
import { openApiRuleById } from './rules';
import { Report } from '../../schema-comparison/Report';

/** Compares two OpenAPI definitions, of Swagger 2.0 or OpenAPI 3.0 or 3.1, also of different versions. */
export function compareOpenApi(
  base: string,
  revision: string,
  options: EngineOptions,
): Comparison<Fact> {
  const before = parseText(base, options.budget);
  if (before.outcome === 'failed') return failedComparison(before, 'base');
  const after = parseText(revision, options.budget);
  if (after.outcome === 'failed') return failedComparison(after, 'revision');
  return withinStack<Fact>(() => {
    const old = readDefinition('base', before.document.value);
    if ('outcome' in old) return old;
    const now = readDefinition('revision', after.document.value);
    if ('outcome' in now) return now;
    const collected = (places: Places) =>
      collect(old.document, now.document, options.now, places);
    const every = collected('every');
    const report = every.isFull ? collected('first') : every;
    if (report.isFull) return tooManyDifferences();
    const findings = placeFacts(report.facts, {
      base: { text: before.document, document: old.document },
      revision: { text: after.document, document: now.document },
    });
    const reasons = new Set([
      ...old.reasons,
      ...now.reasons,
      ...unresolvedReasons(old.document, now.document),
    ]);
    return comparisonOf(findings, [...reasons]);
  });
}

function collect(
  base: ApiDocument,
  revision: ApiDocument,
  now: Date,
  places: Places,
): Report {
  const report = new Report(openApiRuleById, { base, revision });
  const pairs = new SchemaPairs(base, revision, schemaChecks);
  const arbiter = new Arbiter(base, revision);
  const context: Context = {
    base,
    revision,
    now,
    report,
    pairs,
    schemas: new SchemaReporter(report, pairs, arbiter, ruleOf(now), places),
    callbacks: new SchemaReporter(
      report,
      pairs,
      arbiter,
      exchangeRuleOf(CALLBACK_PREFIXES, now),
      places,
    ),
  };
  for (const check of definitionChecks) check(context);
  for (const { path, operations } of pathsOf(context)) {
    for (const check of pathChecks) check(path, context);
    for (const operation of operations) {
      for (const check of operationChecks) check(operation, context);
    }
  }
  return report;
}
