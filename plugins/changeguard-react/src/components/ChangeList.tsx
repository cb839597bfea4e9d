import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import useMeasure from 'react-use/esm/useMeasure';
import { useReadingPlace } from '../hooks/useReadingPlace';
import {
  SchemaChangesQuery,
  useSchemaChanges,
} from '../hooks/useSchemaChanges';
import { changeGuardReactTranslationRef } from '../translation';
import { ChangeRows } from './ChangeRows';
import { ChangeTable } from './ChangeTable';
import { FailurePanel } from './FailurePanel';
import { RowsSkeleton } from './RowsSkeleton';
import { WaitingBar } from './WaitingBar';

/** What {@link ChangeList} takes. @public */
export interface ChangeListProps {
  /** Which changes: the filters of `GET /schema-changes`. */
  query: SchemaChangesQuery;
  /** `compact` fits a card; `table` shows a table where there is room for it, and lines elsewhere. */
  variant?: 'compact' | 'table';
  /** What the list is called for those who cannot see its surroundings. */
  label?: string;
  /** Shown instead of an empty list. */
  empty?: ReactNode;
  /** Leave out whose change it is, on a page that says so already. */
  hideEntity?: boolean;
  /** How many pages to show; with `onPagesChange`, the list offers more. */
  pages?: number;
  onPagesChange?: (pages: number) => void;
}

/** Narrower than this, in pixels, a table of seven columns is not readable. */
const TABLE_WIDTH = 960;

/**
 * Schema changes that match a query: severity, status, effective date, owner and how many have answered, each linked to the
 * change's page. Keeps itself up to date.
 *
 * @public
 */
export const ChangeList = (props: ChangeListProps) => {
  const { query, variant = 'compact', hideEntity, pages = 1 } = props;
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const { ref, isReading } = useReadingPlace<HTMLDivElement>();
  const [measure, { width }] = useMeasure<HTMLDivElement>();
  const list = useSchemaChanges(query, { pages, hold: isReading });
  const label = props.label ?? t('list.label');
  const Rows =
    variant === 'table' && width >= TABLE_WIDTH ? ChangeTable : ChangeRows;

  return (
    <div ref={ref}>
      <div ref={measure} />
      {list.error && (
        <FailurePanel
          error={list.error}
          stale={list.items.length > 0}
          onRetry={list.refresh}
        />
      )}
      {list.waiting !== null && (
        <WaitingBar
          text={
            list.waiting > 0
              ? t('list.waiting', { count: list.waiting })
              : t('list.moved')
          }
          onShow={list.showWaiting}
        />
      )}
      {list.loading && (
        <RowsSkeleton
          label={t('list.loading')}
          rows={variant === 'table' ? 8 : 3}
        />
      )}
      {list.items.length > 0 && (
        <Rows changes={list.items} label={label} hideEntity={hideEntity} />
      )}
      {!list.loading &&
        !list.error &&
        list.items.length === 0 &&
        (props.empty ?? (
          <Typography color="textSecondary">{t('list.empty')}</Typography>
        ))}
      {list.hasMore && props.onPagesChange && (
        <Button
          onClick={() => props.onPagesChange?.(pages + 1)}
          disabled={list.loadingMore}
        >
          {t(list.loadingMore ? 'list.loadingMore' : 'list.more')}
        </Button>
      )}
    </div>
  );
};
