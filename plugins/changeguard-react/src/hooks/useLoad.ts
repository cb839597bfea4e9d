import { useCallback, useEffect, useRef, useState } from 'react';

/** What {@link useLoad} knows. @public */
export interface Loaded<T> {
  /** The newest value; kept while it is loaded again and when that fails. */
  value: T | undefined;
  /** Nothing to show yet. */
  loading: boolean;
  /** Why the last attempt failed; `value` may still hold an older answer. */
  error: Error | undefined;
  /** Loads again; resolves when that is done, whichever way it went. */
  refresh: () => Promise<void>;
  /** Puts a value that is already known, such as the answer of a write. */
  replace: (value: T) => void;
}

/**
 * Loads something and keeps it on the screen: while it is loaded again, and when that fails.
 *
 * @param load - does the work; given a signal that is aborted when its answer is no longer wanted.
 * @param key - what is loaded; another key is another thing, of which nothing is known yet.
 * @public
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  key: string,
): Loaded<T> {
  const [state, setState] = useState<{
    key: string;
    value?: T;
    error?: Error;
  }>({ key });
  const running = useRef<AbortController>();
  const latest = useRef(load);
  latest.current = load;

  const refresh = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const settle = (next: { value?: T; error?: Error }) => {
      if (controller.signal.aborted) return;
      setState(current => ({
        key,
        value: current.key === key ? current.value : undefined,
        ...next,
      }));
    };
    try {
      const value = await latest.current(controller.signal);
      settle({ value, error: undefined });
    } catch (error) {
      settle({ error: error as Error });
    }
  }, [key]);

  useEffect(() => {
    refresh();
    return () => running.current?.abort();
  }, [refresh]);

  const replace = useCallback(
    (value: T) => {
      // An answer still under way is older than the value put here.
      running.current?.abort();
      setState({ key, value });
    },
    [key],
  );

  const current = state.key === key ? state : { key };
  return {
    value: current.value,
    loading: current.value === undefined && current.error === undefined,
    error: current.error,
    refresh,
    replace,
  };
}
