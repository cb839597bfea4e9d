import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { writeFilters } from './writeFilters';

/** More than this would be 2,000 rows; the browser and the API deserve better filters. */
const MOST_PAGES = 40;

/**
 * What a list is narrowed down to and the number of pages shown, both kept in the URL so that a list can be sent to somebody.
 *
 * @param read - reads filters from a URL's query and leaves out what a URL may hold by mistake. Must not change between calls.
 */
export function useUrlFilters<T extends object>(
  read: (search: URLSearchParams) => T,
) {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => read(search), [read, search]);
  const pages = Math.min(
    MOST_PAGES,
    Math.max(1, Math.trunc(Number(search.get('pages'))) || 1),
  );

  const setFilters = useCallback(
    (change: Partial<T>) =>
      setSearch(current => writeFilters({ ...read(current), ...change }), {
        replace: true,
      }),
    [read, setSearch],
  );
  const showMore = useCallback(
    () =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          next.set('pages', String(pages + 1));
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [pages, setSearch],
  );
  return { filters, setFilters, pages, showMore };
}
