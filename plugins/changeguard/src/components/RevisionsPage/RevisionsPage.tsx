import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityName } from '@changeguard/backstage-plugin-changeguard-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { useTexts } from '../../hooks/useTexts';
import { useUrlFilters } from '../Filters/useUrlFilters';
import { AcceptanceList } from './acceptance/AcceptanceList';
import { Baseline } from './baseline/Baseline';
import { CompareNow } from './CompareNow';
import { RevisionDiffView } from './diff/RevisionDiffView';
import { RevisionList } from './list/RevisionList';
import { readTwo } from './readTwo';
import { useMayDetect } from './useMayDetect';
import { useRevisions } from './useRevisions';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
    paper: { padding: theme.spacing(1, 2), minWidth: 0 },
  }),
  { name: 'ChangeGuardRevisionsPage' },
);

/** Every version of an entity's definition: who brought it, what changed, and any two of them side by side. */
export const RevisionsPage = () => {
  const { kind = '', namespace = '', name = '' } = useParams();
  const params = { kind, namespace, name };
  const classes = useStyles();
  const t = useTexts();
  const { filters: two, setFilters, pages, showMore } = useUrlFilters(readTwo);
  const may = useMayDetect(params);
  const list = useRevisions(params, pages);

  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography variant="h5" component="h2">
          {t('revisions.title')}{' '}
          <EntityName entityRef={stringifyEntityRef(params)} />
        </Typography>
        {may.publish && <CompareNow params={params} />}
      </div>
      {two.from && two.to && (
        <RevisionDiffView
          params={params}
          mayAccept={may.accept}
          from={two.from}
          to={two.to}
          onClose={() => setFilters({ from: '', to: '' })}
        />
      )}
      <Baseline list={list} params={params} maySet={may.publish} />
      <Paper className={classes.paper}>
        <RevisionList
          list={list}
          params={params}
          onCompare={(from, to) => setFilters({ from, to })}
          onMore={showMore}
        />
      </Paper>
      <AcceptanceList params={params} mayRevoke={may.accept} />
    </div>
  );
};
