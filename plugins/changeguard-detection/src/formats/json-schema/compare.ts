import { Comparison, EngineOptions } from '../../Comparison';
import { Fact } from '../../Finding';
import { dialectOf } from '../../schema-containment/Dialect';
import { SchemaDocument } from '../../schema-containment/SchemaDocument';
import { failedComparison } from '../../text/failedComparison';
import { findRanges } from '../../text/findRanges';
import { parseText } from '../../text/parseText';
import { TextDocument } from '../../text/TextDocument';
import { withinStack } from '../../text/withinStack';
import { compareSchemas } from './compareSchemas';

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
  const documents = {
    base: document('base', before.value),
    revision: document('revision', after.value),
  };
  const directions = (['backward', 'forward'] as const).filter(
    direction => (options.compatibility ?? 'full') !== opposite(direction),
  );
  const facts = directions.flatMap(direction =>
    compareSchemas(
      { value: before.value, pointer: '', document: documents.base },
      { value: after.value, pointer: '', document: documents.revision },
      direction,
    ),
  );
  const beforeRanges = findRanges(before, pointersOf(facts, 'basePointer'));
  const afterRanges = findRanges(after, pointersOf(facts, 'revisionPointer'));
  const findings = facts.map(({ basePointer, revisionPointer, ...fact }) => ({
    ...fact,
    beforeRange: beforeRanges.get(basePointer),
    afterRange: afterRanges.get(revisionPointer),
  }));
  const missing = [
    ...documents.base.unresolved,
    ...documents.revision.unresolved,
  ];
  if (missing.length === 0) return { outcome: 'compared', findings };
  return {
    outcome: 'partial',
    findings,
    reasons: [...new Set(missing)]
      .sort()
      .slice(0, 20)
      .map(reference => `The reference '${reference}' leads out of the text.`),
  };
}

function opposite(direction: 'backward' | 'forward') {
  return direction === 'backward' ? 'forward' : 'backward';
}

function document(id: string, value: unknown): SchemaDocument {
  return new SchemaDocument(id, value, dialectOf(value));
}

function pointersOf<K extends 'basePointer' | 'revisionPointer'>(
  facts: readonly Record<K, string>[],
  key: K,
): string[] {
  return facts.map(fact => fact[key]);
}
