import { Comparison, EngineOptions } from '../../Comparison';
import { comparisonOf } from '../../comparisonOf';
import { Fact } from '../../Finding';
import { Arbiter } from '../../schema-comparison/Arbiter';
import { schemaChecks } from '../../schema-comparison/checks/schemaChecks';
import { placeFacts } from '../../schema-comparison/placeFacts';
import { exchangeRuleOf } from '../../schema-comparison/exchangeRuleOf';
import { Report } from '../../schema-comparison/Report';
import { SchemaPairs } from '../../schema-comparison/SchemaPairs';
import { Places, SchemaReporter } from '../../schema-comparison/SchemaReporter';
import { failedComparison } from '../../text/failedComparison';
import { parseText } from '../../text/parseText';
import { TextDocument } from '../../text/TextDocument';
import { unresolvedReasons } from '../../text/unresolvedReasons';
import { withinStack } from '../../text/withinStack';
import { checks } from './checks/checks';
import { tooManyDifferences } from '../../tooManyDifferences';
import { Context } from './Context';
import { Definition } from './model/Definition';
import { matchChannels } from './model/matchChannels';
import { compareForeign } from './payloads/compareForeign';
import { readDefinition } from './readDefinition';
import { asyncApiRuleById } from './rules';

/** Compares two definitions of AsyncAPI 2 or 3, also of different versions. */
export async function compareAsyncApi(
  base: string,
  revision: string,
  options: EngineOptions,
): Promise<Comparison<Fact>> {
  const before = parseText(base, options.budget);
  if (before.outcome === 'failed') return failedComparison(before, 'base');
  const after = parseText(revision, options.budget);
  if (after.outcome === 'failed') return failedComparison(after, 'revision');
  let context: Context | undefined;
  const structure = withinStack<Fact>(() => {
    const old = readDefinition('base', before.document.value);
    if ('outcome' in old) return old;
    const now = readDefinition('revision', after.document.value);
    if ('outcome' in now) return now;
    const checked = (places: Places) => {
      const made = contextOf(
        old.definition,
        now.definition,
        options.now,
        places,
      );
      for (const check of checks) check(made);
      return made;
    };
    const every = checked('every');
    context = every.report.isFull ? checked('first') : every;
    for (const reason of [...old.reasons, ...now.reasons]) {
      context.reasons.add(reason);
    }
    return { outcome: 'compared', findings: [] };
  });
  if (structure.outcome === 'failed' || !context) return structure;
  await compareForeign(context.foreign, context, options);
  return conclude(context, before.document, after.document);
}

function contextOf(
  base: Definition,
  revision: Definition,
  now: Date,
  places: Places,
): Context {
  const report = new Report(asyncApiRuleById, {
    base: base.document,
    revision: revision.document,
  });
  const documents = [base.document, revision.document] as const;
  const pairs = new SchemaPairs(...documents, schemaChecks);
  const arbiter = new Arbiter(...documents);
  return {
    base,
    revision,
    now,
    report,
    pairs,
    schemas: new SchemaReporter(
      report,
      pairs,
      arbiter,
      exchangeRuleOf({ sent: 'sent', received: 'received' }, now),
      places,
    ),
    channels: matchChannels(base.channels, revision.channels),
    foreign: [],
    reasons: new Set(),
  };
}

function conclude(
  { base, revision, report, reasons: own }: Context,
  before: TextDocument,
  after: TextDocument,
): Comparison<Fact> {
  if (report.isFull) return tooManyDifferences();
  const findings = placeFacts(report.facts, {
    base: { text: before, document: base.document },
    revision: { text: after, document: revision.document },
  });
  return comparisonOf(findings, [
    ...own,
    ...unresolvedReasons(base.document, revision.document),
  ]);
}
