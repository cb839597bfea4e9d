import {
  ChangeListView,
  Ownership,
  RowsSkeleton,
  useOwnership,
  useReadingPlace,
  useSchemaChanges,
} from '@changeguard/backstage-plugin-changeguard-react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useState } from 'react';
import { useScrollPlace } from '../../hooks/useScrollPlace';
import { useTexts } from '../../hooks/useTexts';
import { Nothing } from '../Nothing/Nothing';
import { FilterPanel } from './FilterPanel';
import { countFilters } from './filters';
import { SavedViews } from './SavedViews';
import { SearchField } from './SearchField';
import { toQuery } from './toQuery';
import { useFilters } from './useFilters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2, 3),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: '240px minmax(0, 1fr)',
      },
    },
    main: { minWidth: 0 },
    paper: { padding: theme.spacing(1, 2) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'ChangeGuardListPage' },
);

const Changes = (props: { ownership: Ownership }) => {
  const classes = useStyles();
  const t = useTexts();
  const { filters, pages, showMore } = useFilters();
  const { ref, isReading } = useReadingPlace<HTMLDivElement>();
  // "Overdue" is as of when the page was opened: a moving limit would be another list every second.
  const [now] = useState(() => new Date().toISOString());
  const query = useMemo(
    () => toQuery(filters, props.ownership, now),
    [filters, props.ownership, now],
  );
  const list = useSchemaChanges(query, { pages, hold: isReading });
  useScrollPlace(ref, list.items.length > 0);
  const narrowed = filters.q || filters.view || countFilters(filters) > 0;

  return (
    <Paper ref={ref} className={classes.paper}>
      <ChangeListView
        list={list}
        variant="table"
        onMore={showMore}
        empty={
          <Nothing
            title={t(narrowed ? 'list.none' : 'list.nothingYet')}
            help={t(narrowed ? 'list.noneHelp' : 'list.nothingYetHelp')}
          />
        }
      />
    </Paper>
  );
};

/** All changes the reader may see, narrowed down by what the URL says. */
export const ListPage = () => {
  const classes = useStyles();
  const t = useTexts();
  const ownership = useOwnership();
  const { filters, setFilters } = useFilters();

  return (
    <div className={classes.root}>
      <FilterPanel filters={filters} onChange={setFilters} />
      <div className={classes.main}>
        <div className={classes.head}>
          <SavedViews
            view={filters.view}
            onChange={view => setFilters({ view })}
          />
          <SearchField value={filters.q} onChange={q => setFilters({ q })} />
        </div>
        {ownership ? (
          <Changes ownership={ownership} />
        ) : (
          <RowsSkeleton label={t('inbox.loading')} rows={8} />
        )}
      </div>
    </div>
  );
};
