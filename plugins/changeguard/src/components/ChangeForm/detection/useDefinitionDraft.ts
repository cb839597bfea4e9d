import { useCallback, useState } from 'react';
import { sessionDraft } from '../../../hooks/sessionDraft';
import { useKeptDraft } from '../../../hooks/useKeptDraft';
import type { Comparison, ComparisonState } from '../../Comparison/Comparison';
import { useComparison } from '../../Comparison/useComparison';

/** The definition that the form's findings are filled in from, and what comparing it found. */
export interface DefinitionDraft {
  text: string;
  set: (text: string) => void;
  /** False when this browser has no room for it: a reload loses it. */
  isKept: boolean;
  /** Empties it, here and in this browser, and forgets what was found. */
  clear: () => void;
  comparison: Comparison;
  state: ComparisonState;
}

/**
 * A pasted or chosen definition, kept over a reload as far as the browser has room: it may have megabytes, so not beside the rest of
 * the form.
 *
 * @param key - of this browser's storage.
 */
export function useDefinitionDraft(key: string): DefinitionDraft {
  const [text, setText] = useState(() => {
    const stored = sessionDraft.read(key);
    return typeof stored === 'string' ? stored : '';
  });
  const { isKept, keep, forget } = useKeptDraft(sessionDraft, key);
  const { comparison, state } = useComparison(key);

  const set = useCallback(
    (next: string) => {
      setText(next);
      if (next) keep(next);
      else forget();
    },
    [keep, forget],
  );
  const clear = useCallback(() => {
    set('');
    comparison.forget();
  }, [set, comparison]);

  return { text, set, isKept, clear, comparison, state };
}
