import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { localDraft } from '../../hooks/localDraft';

const KEY = 'changeguard.compare';
/** So long after the last key, in milliseconds, what was typed is kept: a definition may have megabytes. */
const PAUSE = 500;

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

/** The texts to compare, kept in this browser over a reload, as far as it has room for them. */
export function useCompareDraft() {
  const [draft, setDraft] = useState(readDraft);
  const isEmpty = !draft.before && !draft.after;

  const [, keepNow] = useDebounce(() => localDraft.write(KEY, draft), PAUSE, [
    draft,
  ]);
  useEffect(() => {
    if (!isEmpty) return;
    keepNow();
    localDraft.remove(KEY);
  }, [isEmpty, keepNow]);

  return {
    draft,
    put: (change: Partial<CompareDraft>) =>
      setDraft(current => ({ ...current, ...change })),
    clear: () => setDraft(empty),
  };
}
