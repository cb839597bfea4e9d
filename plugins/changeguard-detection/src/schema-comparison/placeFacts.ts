import { Fact } from '../Finding';
import { findRanges } from '../text/findRanges';
import { TextDocument } from '../text/TextDocument';
import { ApiDocument } from './ApiDocument';
import { PlacedFact } from './Report';

/** One version: its text and what was read from it. */
export interface Version {
  text: TextDocument;
  document: ApiDocument;
}

/** Facts with the lines they were found at, all found in one walk over each text. */
export function placeFacts(
  facts: readonly PlacedFact[],
  versions: { base: Version; revision: Version },
): Fact[] {
  const written = (which: 'base' | 'revision', pointer: string | undefined) =>
    pointer === undefined
      ? undefined
      : versions[which].document.written(pointer);
  const rangesOf = (
    which: 'base' | 'revision',
    key: 'basePointer' | 'revisionPointer',
  ) =>
    findRanges(
      versions[which].text,
      facts.flatMap(fact => written(which, fact[key]) ?? []),
    );
  const before = rangesOf('base', 'basePointer');
  const after = rangesOf('revision', 'revisionPointer');
  return facts.map(({ basePointer, revisionPointer, about, ...fact }) => {
    const old = written('base', basePointer);
    const now = written('revision', revisionPointer);
    return {
      ...fact,
      pointer:
        (about && written(about.version, about.pointer)) ?? now ?? old ?? '',
      beforeRange: old === undefined ? undefined : before.get(old),
      afterRange: now === undefined ? undefined : after.get(now),
    };
  });
}
