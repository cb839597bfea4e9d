import { useCallback, useEffect, useRef, useState } from 'react';
import { DraftStore } from './DraftStore';

/** Long enough, in milliseconds, not to write at every key; short enough to lose nothing worth mentioning. */
const PAUSE = 300;

/**
 * Keeps a draft that changes at every key. It is read from the store at once, and written there a while after the last change, or when the
 * tab is closed, or left for another page of the portal.
 *
 * @param store - which storage keeps it; the same one at every call.
 */
export function useKeptDraft(store: DraftStore, key: string) {
  /** False when this browser has no room for it: a reload loses it. */
  const [isKept, setKept] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    setKept(store.settle(key));
  }, [store, key]);

  const keep = useCallback(
    (draft: unknown) => {
      store.hold(key, draft);
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, PAUSE);
    },
    [store, key, settle],
  );

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    store.remove(key);
    setKept(true);
  }, [store, key]);

  useEffect(() => {
    // A page before this one may have been told that there is no room for it: then this one says so, too.
    settle();
    window.addEventListener('pagehide', settle);
    return () => {
      window.removeEventListener('pagehide', settle);
      settle();
    };
  }, [settle]);

  return { isKept, keep, forget };
}
