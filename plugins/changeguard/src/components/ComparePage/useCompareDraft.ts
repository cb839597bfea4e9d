import { useRef, useState } from 'react';
import { localDraft } from '../../hooks/localDraft';
import { useKeptDraft } from '../../hooks/useKeptDraft';
import { useComparison } from '../Comparison/useComparison';

const KEY = 'changeguard.compare';

/** What two definitions are compared, and as what; an empty format is guessed. */
export interface CompareDraft {
  before: string;
  after: string;
  format: string;
}

const empty: CompareDraft = { before: '', after: '', format: '' };

function readDraft(): CompareDraft {
  const stored = localDraft.read(KEY) as Partial<CompareDraft> | undefined;
  const text = (key: keyof CompareDraft) => {
    const value = stored?.[key];
    return typeof value === 'string' ? value : '';
  };
  return {
    before: text('before'),
    after: text('after'),
    format: text('format'),
  };
}

/** The texts to compare, kept in this browser over a reload, as far as it has room for them; and what comparing them found. */
export function useCompareDraft() {
  const [draft, setDraft] = useState(readDraft);
  // Two files may be read at once, each by what was drawn before the other came.
  const current = useRef(draft);
  const { keep, forget } = useKeptDraft(localDraft, KEY);
  const { comparison, state } = useComparison(KEY);

  const replace = (next: CompareDraft) => {
    current.current = next;
    setDraft(next);
    if (next.before || next.after) keep(next);
    else forget();
  };

  return {
    draft,
    put: (change: Partial<CompareDraft>) =>
      replace({ ...current.current, ...change }),
    clear: () => {
      replace(empty);
      comparison.forget();
    },
    comparison,
    state,
  };
}
