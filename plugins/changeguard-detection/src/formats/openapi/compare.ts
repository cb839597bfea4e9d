import { Comparison, EngineOptions } from '../../Comparison';
import { Fact } from '../../Finding';
import { failedComparison } from '../../text/failedComparison';
import { parseText } from '../../text/parseText';
import { withinStack } from '../../text/withinStack';
import { definitionChecks, operationChecks, pathChecks } from './checks/checks';
import { schemaChecks } from '../../schema-comparison/checks/schemaChecks';
import { Context } from './Context';
import { ApiDocument } from '../../schema-comparison/ApiDocument';
import { pathsOf } from './model/pathsOf';
import {
  placeFacts,
  unresolvedReasons,
  Version,
} from '../../schema-comparison/placeFacts';
import { SchemaPairs } from '../../schema-comparison/SchemaPairs';
import { SchemaReporter } from '../../schema-comparison/SchemaReporter';
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
  const documents = {
    base: readDefinition('base', before.document.value),
    revision: readDefinition('revision', after.document.value),
  };
  for (const which of ['base', 'revision'] as const) {
    if (!documents[which]) {
      return {
        outcome: 'failed',
        reason: 'unsupported',
        which,
        message:
          'The text is no OpenAPI definition: it says neither `openapi: 3.x` nor `swagger: "2.0"`.',
      };
    }
  }
  return withinStack(() =>
    compareDefinitions(
      { text: before.document, document: documents.base! },
      { text: after.document, document: documents.revision! },
      options.now,
    ),
  );
}

function compareDefinitions(
  base: Version,
  revision: Version,
  now: Date,
): Comparison<Fact> {
  const report = collect(base.document, revision.document, now);
  const findings = placeFacts(report.facts, { base, revision });
  const reasons = [
    ...report.reasons,
    ...unresolvedReasons(base.document, revision.document),
  ];
  return reasons.length === 0
    ? { outcome: 'compared', findings }
    : { outcome: 'partial', findings, reasons };
}

function collect(base: ApiDocument, revision: ApiDocument, now: Date): Report {
  const report = new Report(openApiRuleById);
  const pairs = new SchemaPairs(base, revision, schemaChecks);
  const arbiter = new Arbiter(base, revision);
  const context: Context = {
    base,
    revision,
    now,
    report,
    pairs,
    schemas: new SchemaReporter(report, pairs, arbiter, ruleOf(now)),
    callbacks: new SchemaReporter(
      report,
      pairs,
      arbiter,
      exchangeRuleOf(CALLBACK_PREFIXES, now),
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
