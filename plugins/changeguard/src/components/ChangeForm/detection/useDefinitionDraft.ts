import { useCallback, useRef, useState } from 'react';
import { sessionDraft } from '../../../hooks/sessionDraft';
import { useLateWrite } from '../../../hooks/useLateWrite';

/** The definition that the form's findings are filled in from. */
export interface DefinitionDraft {
  text: string;
  set: (text: string) => void;
  /** False when this browser has no room for it: a reload loses it. */
  isKept: boolean;
  /** Empties it, here and in this browser. */
  clear: () => void;
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
  const [isKept, setKept] = useState(true);
  const current = useRef(text);
  const { later, never } = useLateWrite(() =>
    setKept(sessionDraft.write(key, current.current)),
  );

  const clear = useCallback(() => {
    never();
    sessionDraft.remove(key);
    current.current = '';
    setText('');
    setKept(true);
  }, [key, never]);

  const set = useCallback(
    (next: string) => {
      if (!next) {
        clear();
        return;
      }
      current.current = next;
      setText(next);
      later();
    },
    [clear, later],
  );

  return { text, set, isKept, clear };
}
