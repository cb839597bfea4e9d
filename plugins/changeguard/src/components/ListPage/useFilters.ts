import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Filters, readFilters, writeFilters } from './filters';

/** More than this would be 2,000 rows; the browser and the API deserve better filters. */
const MOST_PAGES = 40;

/** The filters and the number of pages shown, both kept in the URL so that a list can be sent to somebody. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const pages = Math.min(
    MOST_PAGES,
    Math.max(1, Math.trunc(Number(search.get('pages'))) || 1),
  );

  const setFilters = useCallback(
    (change: Partial<Filters>) =>
      setSearch(
        current => writeFilters({ ...readFilters(current), ...change }),
        { replace: true },
      ),
    [setSearch],
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
