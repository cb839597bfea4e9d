import { Fact } from '../Finding';
import { findRanges } from './findRanges';
import { TextDocument } from './TextDocument';

/** Facts with the lines they were found at, all found in one walk over each text. */
export function withRanges(
  facts: readonly (Fact & { basePointer: string; revisionPointer: string })[],
  base: TextDocument,
  revision: TextDocument,
): Fact[] {
  const before = findRanges(
    base,
    facts.map(fact => fact.basePointer),
  );
  const after = findRanges(
    revision,
    facts.map(fact => fact.revisionPointer),
  );
  return facts.map(({ basePointer, revisionPointer, ...fact }) => ({
    ...fact,
    beforeRange: before.get(basePointer),
    afterRange: after.get(revisionPointer),
  }));
}
