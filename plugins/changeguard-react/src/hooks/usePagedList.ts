import { useCallback, useEffect, useRef, useState } from 'react';
import { mergeInPlace } from './mergeInPlace';
import { Page, pageMemory } from './pageMemory';

/** A list that is loaded page by page and keeps itself up to date. @public */
export interface PagedList<T> {
  /** What is shown, in order. */
  items: T[];
  /** Nothing to show yet. */
  loading: boolean;
  /** Further pages are under way below what is shown. */
  loadingMore: boolean;
  /** Why the last attempt failed; `items` may still hold what was there before. */
  error: Error | undefined;
  /** There is more after the last item. */
  hasMore: boolean;
  /** How many new items a live refresh found and held back; null when it held nothing back. */
  waiting: number | null;
  /** Shows what was held back. */
  showWaiting: () => void;
  /** Loads everything shown again and shows it as it is now. */
  refresh: () => Promise<void>;
  /** Loads again without moving what is being read: rows change in place, new ones may be held back. */
  refreshQuietly: () => Promise<void>;
  /** Puts changed items in the place of those with the same id. */
  patch: (change: (item: T) => T) => void;
}

interface State<T> extends Page<T> {
  key: string;
  /** How many pages are shown; 0 before the first answer. */
  pages: number;
  error?: Error;
  held?: Page<T>;
}

/**
 * A keyset-paged list that stays on the screen while it is loaded again.
 *
 * @param options - `load`: one page after a cursor. `key`: what is listed; another key is another list. `pages`: how many are
 * wanted. `memory`: whose lists these are; what was shown last is shown at once when one comes back to it. `hold`: whether
 * new rows must wait just now, because somebody is reading further down.
 * @public
 */
export function usePagedList<T extends { id: string }>(options: {
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;
  key: string;
  pages: number;
  memory: object;
  hold?: () => boolean;
}): PagedList<T> {
  const { key, pages, memory } = options;
  const latest = useRef(options);
  latest.current = options;
  const running = useRef<AbortController>();
  const [state, setState] = useState<State<T>>(() =>
    remembered(memory, key, pages),
  );
  const shown = state.key === key ? state : remembered<T>(memory, key, pages);
  const shownRef = useRef(shown);
  shownRef.current = shown;

  const run = useCallback(
    async (mode: 'replace' | 'quiet' | 'append') => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const from = shownRef.current;
      try {
        let page: Page<T> =
          mode === 'append'
            ? { items: from.items, nextCursor: from.nextCursor }
            : { items: [], nextCursor: null };
        let count = mode === 'append' ? from.pages : 0;
        while (count < pages && (count === 0 || page.nextCursor)) {
          const next = await latest.current.load(
            page.nextCursor ?? undefined,
            controller.signal,
          );
          page = { ...next, items: page.items.concat(next.items) };
          count += 1;
        }
        if (controller.signal.aborted) return;
        pageMemory.set(memory, key, page, count);
        const hold = mode === 'quiet' && latest.current.hold?.();
        setState({
          key,
          pages: count,
          ...(hold ? mergeInPlace(shownRef.current, page) : page),
        });
      } catch (error) {
        if (controller.signal.aborted) return;
        setState({ ...shownRef.current, key, error: error as Error });
      }
    },
    [key, pages, memory],
  );

  useEffect(() => {
    const from = shownRef.current;
    if (from.pages === 0) run('replace');
    else if (from.pages < pages && from.nextCursor) run('append');
    else run('quiet');
    return () => running.current?.abort();
  }, [run, pages]);

  const patch = useCallback(
    (change: (item: T) => T) => {
      // What is under way was asked before this.
      running.current?.abort();
      setState(current => {
        const base = current.key === key ? current : shownRef.current;
        return { ...base, items: base.items.map(change) };
      });
    },
    [key],
  );
  const refresh = useCallback(() => run('replace'), [run]);
  const refreshQuietly = useCallback(() => run('quiet'), [run]);
  const showWaiting = useCallback(
    () =>
      setState(current => ({ ...current, ...current.held, held: undefined })),
    [],
  );
  const ids = new Set(shown.items.map(({ id }) => id));

  return {
    items: shown.items,
    loading: shown.pages === 0 && !shown.error,
    loadingMore:
      shown.pages > 0 &&
      shown.pages < pages &&
      Boolean(shown.nextCursor) &&
      !shown.error,
    error: shown.error,
    hasMore: Boolean(shown.nextCursor),
    waiting: shown.held
      ? shown.held.items.filter(({ id }) => !ids.has(id)).length
      : null,
    showWaiting,
    refresh,
    refreshQuietly,
    patch,
  };
}

function remembered<T>(memory: object, key: string, pages: number): State<T> {
  const last = pageMemory.get<T>(memory, key);
  return last && last.pages <= pages
    ? { key, ...last }
    : { key, pages: 0, items: [], nextCursor: null };
}
