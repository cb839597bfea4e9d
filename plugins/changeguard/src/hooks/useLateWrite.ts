import { useCallback, useEffect, useRef } from 'react';

/** Long enough, in milliseconds, not to write at every key; short enough to lose nothing worth mentioning. */
const PAUSE = 300;

/**
 * Writes a while after the last change, and what was changed last when the tab is closed, or left for another page of the portal.
 *
 * @param write - writes what there is by then.
 */
export function useLateWrite(write: () => void) {
  const latest = useRef(write);
  latest.current = write;
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const never = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);
  const now = useCallback(() => {
    if (timer.current === undefined) return;
    never();
    latest.current();
  }, [never]);
  const later = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(now, PAUSE);
  }, [now]);

  useEffect(() => {
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, [now]);

  return { later, never };
}
