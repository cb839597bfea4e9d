import { useSearchParams } from 'react-router-dom';

/** Which notifications are shown and how many pages of them: kept in the URL. */
export function useNotificationsView() {
  const [search, setSearch] = useSearchParams();
  const pages = Math.min(40, Math.max(1, Number(search.get('pages')) || 1));

  return {
    unread: search.get('unread') === 'true',
    setUnread: (unread: boolean) =>
      setSearch(unread ? { unread: 'true' } : {}, { replace: true }),
    pages,
    showMore: () =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          next.set('pages', String(pages + 1));
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}
