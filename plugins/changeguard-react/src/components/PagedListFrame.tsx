import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { ReactNode } from 'react';
import type { PagedList } from '../hooks/usePagedList';
import { changeGuardReactTranslationRef } from '../translation';
import { FailurePanel } from './FailurePanel';
import { RowsSkeleton } from './RowsSkeleton';
import { WaitingBar } from './WaitingBar';

/** What {@link PagedListFrame} takes. @public */
export interface PagedListFrameProps {
  /** What `usePagedList` knows. */
  list: Omit<PagedList<unknown>, 'patch'>;
  /** What is loading, for those who cannot see the shape of it. */
  loading: string;
  /** How many rows the shape of what is loading has. */
  rows?: number;
  /** What could not be loaded, where nothing is shown yet; one sentence. */
  failed?: string;
  /** Says that so many new ones are held back. */
  waiting?: (count: number) => string;
  /** Shown instead of an empty list. */
  empty: ReactNode;
  /** Further pages hold what is older. */
  newestFirst?: boolean;
  /** Offers more, and is called when one wants them. */
  onMore?: () => void;
  /** The items; drawn when there are any. */
  children: ReactNode;
}

/**
 * What stands around the items of a list: that it is on its way, failed, is empty, has changed meanwhile, or goes on.
 *
 * @public
 */
export const PagedListFrame = (props: PagedListFrameProps) => {
  const { list, loading, rows, failed, waiting, newestFirst, onMore } = props;
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const hasItems = list.items.length > 0;

  return (
    <>
      {list.error && (
        <FailurePanel
          error={list.error}
          title={hasItems ? undefined : failed}
          stale={hasItems}
          onRetry={list.refresh}
        />
      )}
      {list.waiting !== null && (
        <WaitingBar
          text={
            waiting && list.waiting > 0
              ? waiting(list.waiting)
              : t('list.moved')
          }
          onShow={list.showWaiting}
        />
      )}
      {list.loading && <RowsSkeleton label={loading} rows={rows} />}
      {hasItems && props.children}
      {!list.loading && !list.error && !hasItems && props.empty}
      {list.hasMore && onMore && (
        <Button onClick={onMore} disabled={list.loadingMore}>
          {newestFirst
            ? t(list.loadingMore ? 'list.loadingOlder' : 'list.older')
            : t(list.loadingMore ? 'list.loadingMore' : 'list.more')}
        </Button>
      )}
    </>
  );
};
