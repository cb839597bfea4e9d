import { useState } from 'react';
import { useReadingPlace } from '../hooks/useReadingPlace';
import {
  SchemaChangesQuery,
  useSchemaChanges,
} from '../hooks/useSchemaChanges';
import { ChangeListView, ChangeListViewProps } from './ChangeListView';

/** What {@link ChangeList} takes. @public */
export interface ChangeListProps
  extends Omit<ChangeListViewProps, 'list' | 'onMore'> {
  /** Which changes: the filters of `GET /schema-changes`. */
  query: SchemaChangesQuery;
}

/**
 * Schema changes that match a query: severity, status, effective date, owner and how many have answered, each linked to the
 * change's page. Keeps itself up to date, says when something failed, and offers more at its end.
 *
 * @public
 */
export const ChangeList = (props: ChangeListProps) => {
  const { query, ...view } = props;
  const { ref, isReading } = useReadingPlace<HTMLDivElement>();
  const [pages, setPages] = useState(1);
  const list = useSchemaChanges(query, { pages, hold: isReading });

  return (
    <div ref={ref}>
      <ChangeListView
        {...view}
        list={list}
        onMore={() => setPages(pages + 1)}
      />
    </div>
  );
};
