import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useHistory } from '../../../hooks/useHistory';
import { useTexts } from '../../../hooks/useTexts';
import { HistoryItem } from './HistoryItem';

const useStyles = makeStyles(
  {
    root: { flex: 1, minWidth: 0 },
    list: { listStyle: 'none', padding: 0, margin: 0 },
  },
  { name: 'ChangeGuardHistoryList' },
);

/** The history of a change, oldest first, a page at a time. */
export const HistoryList = (props: { changeId: string }) => {
  const classes = useStyles();
  const t = useTexts();
  const { value, error, refresh, more } = useHistory(props.changeId);

  return (
    <div className={classes.root}>
      {error && (
        <FailurePanel
          error={error}
          title={value ? undefined : t('changePage.history.failed')}
          stale={value !== undefined}
          onRetry={refresh}
        />
      )}
      {!value && !error && <Skeleton variant="rect" height={96} />}
      {value?.records.length === 0 && (
        <Typography color="textSecondary">
          {t('changePage.history.none')}
        </Typography>
      )}
      <ol className={classes.list}>
        {value?.records.map(record => (
          <HistoryItem key={record.id} record={record} />
        ))}
      </ol>
      {value?.hasMore && (
        <Button size="small" onClick={more}>
          {t('changePage.history.more')}
        </Button>
      )}
    </div>
  );
};
