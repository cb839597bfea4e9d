import { useCallback, useEffect, useRef, useState } from 'react';
import { localDraft } from './localDraft';

function readText(key: string | undefined): string {
  const stored = key === undefined ? undefined : localDraft.read(key);
  return typeof stored === 'string' ? stored : '';
}

/**
 * A text that survives reloads until it is stored. Without a key (while it is not yet known who is signed in) it lives in
 * memory, and moves into the storage when the key comes.
 */
export function useLocalDraft(key: string | undefined) {
  const [text, setTextState] = useState(() => readText(key));
  const current = useRef(text);

  const setText = useCallback(
    (next: string) => {
      current.current = next;
      setTextState(next);
      if (key === undefined) return;
      if (next) localDraft.write(key, next);
      else localDraft.remove(key);
    },
    [key],
  );

  useEffect(() => {
    if (key === undefined) return;
    if (current.current) {
      localDraft.write(key, current.current);
    } else {
      const stored = readText(key);
      current.current = stored;
      setTextState(stored);
    }
  }, [key]);

  return [text, setText] as const;
}
