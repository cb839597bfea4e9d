import { Comparison, EngineOptions } from '../../Comparison';
import { comparisonOf } from '../../comparisonOf';
import { Fact } from '../../Finding';
import { failedComparison } from '../../text/failedComparison';
import { parseText } from '../../text/parseText';
import { tooManyDifferences } from '../../tooManyDifferences';
import { TextDocument } from '../../text/TextDocument';
import { unresolvedReasons } from '../../text/unresolvedReasons';
import { withinStack } from '../../text/withinStack';
import { withRanges } from '../../text/withRanges';
import { compareSchemas } from './compareSchemas';
import { readSchema } from './readSchema';

/**
 * Compares two JSON Schemas: with `backward`, every value of the base has to be valid in the revision; with `forward`, the
 * other way round.
 */
export function compareJsonSchema(
  base: string,
  revision: string,
  options: EngineOptions,
): Comparison<Fact> {
  const before = parseText(base, options.budget);
  if (before.outcome === 'failed') return failedComparison(before, 'base');
  const after = parseText(revision, options.budget);
  if (after.outcome === 'failed') return failedComparison(after, 'revision');
  return withinStack(() =>
    compareDocuments(before.document, after.document, options),
  );
}

function compareDocuments(
  before: TextDocument,
  after: TextDocument,
  options: EngineOptions,
): Comparison<Fact> {
  const base = readSchema('base', before.value);
  if ('outcome' in base) return base;
  const revision = readSchema('revision', after.value);
  if ('outcome' in revision) return revision;
  const directions = (['backward', 'forward'] as const).filter(
    direction => (options.compatibility ?? 'full') !== opposite(direction),
  );
  const found = directions.map(direction =>
    compareSchemas(
      base.document.node(before.value, ''),
      revision.document.node(after.value, ''),
      direction,
      options.now,
    ),
  );
  if (found.some(({ isWhole }) => !isWhole)) return tooManyDifferences();
  const facts = found.flatMap(one => one.facts);
  const reasons = new Set([
    ...base.reasons,
    ...revision.reasons,
    ...unresolvedReasons(base.document, revision.document),
  ]);
  return comparisonOf(withRanges(facts, before, after), [...reasons]);
}

function opposite(direction: 'backward' | 'forward') {
  return direction === 'backward' ? 'forward' : 'backward';
}
