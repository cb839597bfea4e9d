import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SchemaChangeSummary } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import useMeasure from 'react-use/esm/useMeasure';
import type { PagedList } from '../hooks/usePagedList';
import { changeGuardReactTranslationRef } from '../translation';
import { ChangeRows } from './ChangeRows';
import { ChangeTable } from './ChangeTable';
import { PagedListFrame } from './PagedListFrame';

/** What {@link ChangeListView} takes. @public */
export interface ChangeListViewProps {
  /** What `useSchemaChanges` knows. */
  list: PagedList<SchemaChangeSummary>;
  /** `compact` fits a card; `table` shows a table where there is room for it, and lines elsewhere. */
  variant?: 'compact' | 'table';
  /** What the list is called for those who cannot see its surroundings. */
  label?: string;
  /** Shown instead of an empty list. */
  empty?: ReactNode;
  /** Leave out whose change it is, on a page that says so already. */
  hideEntity?: boolean;
  /** Offers more, and is called when one wants them. */
  onMore?: () => void;
  /** What to show at the end of a line instead of the answer progress. */
  action?: (change: SchemaChangeSummary) => ReactNode;
}

/** Narrower than this, in pixels, a table of six columns is not readable. */
const TABLE_WIDTH = 840;
/** From here on there is room for the seventh. */
const WIDE_TABLE_WIDTH = 1000;

/**
 * Draws a list of schema changes that is already at hand; {@link ChangeList} also fetches it.
 *
 * @public
 */
export const ChangeListView = (props: ChangeListViewProps) => {
  const { list, variant = 'compact', hideEntity, onMore, action } = props;
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const [measure, { width }] = useMeasure<HTMLDivElement>();
  const label = props.label ?? t('list.label');
  const shape = { changes: list.items, label, hideEntity };

  return (
    <div>
      <div ref={measure} />
      <PagedListFrame
        list={list}
        loading={t('list.loading')}
        rows={variant === 'table' ? 8 : 3}
        waiting={count => t('list.waiting', { count })}
        empty={
          props.empty ?? (
            <Typography color="textSecondary">{t('list.empty')}</Typography>
          )
        }
        onMore={onMore}
      >
        {variant === 'table' && width >= TABLE_WIDTH ? (
          <ChangeTable {...shape} hideActivity={width < WIDE_TABLE_WIDTH} />
        ) : (
          <ChangeRows {...shape} action={action} />
        )}
      </PagedListFrame>
    </div>
  );
};
