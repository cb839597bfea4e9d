import type { DeliverySummary } from '@changeguard/backstage-plugin-changeguard-common';
import {
  FailurePanel,
  Loaded,
  RelativeTime,
} from '@changeguard/backstage-plugin-changeguard-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTexts } from '../../../hooks/useTexts';
import { ChannelFigures } from './ChannelFigures';
import { unsettledStates } from '../deliveryFilters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
    paper: { padding: theme.spacing(1.5, 2), minWidth: 0 },
  }),
  { name: 'ChangeGuardSummaryHead' },
);

/** How far every channel, and the outbox before them, is behind. A figure leads to its deliveries. */
export const SummaryHead = (props: {
  summary: Loaded<DeliverySummary>;
  onShow: (channel: string, state: (typeof unsettledStates)[number]) => void;
}) => {
  const { summary, onShow } = props;
  const { value, error, loading, refresh } = summary;
  const classes = useStyles();
  const t = useTexts();

  return (
    <section aria-label={t('deliveries.summary.title')}>
      {error && (
        <FailurePanel
          error={error}
          title={value ? undefined : t('deliveries.summary.failed')}
          stale={value !== undefined}
          onRetry={refresh}
        />
      )}
      <div className={classes.root}>
        {loading &&
          [1, 2, 3].map(one => (
            <Skeleton key={one} variant="rect" height={92} />
          ))}
        {value?.channels.map(figures => (
          <Paper key={figures.channel} className={classes.paper}>
            <ChannelFigures
              figures={figures}
              onShow={state => onShow(figures.channel, state)}
            />
          </Paper>
        ))}
        {value && (
          <Paper className={classes.paper}>
            <Typography variant="subtitle1" component="h2">
              {t('deliveries.summary.outbox')}
            </Typography>
            <Typography variant="body2">
              {value.outbox.unpublished === 0
                ? t('deliveries.summary.published')
                : t('deliveries.summary.unpublished', {
                    count: value.outbox.unpublished,
                  })}
              {value.outbox.oldestAt && (
                <>
                  , {t('deliveries.summary.oldestEvent')}{' '}
                  <RelativeTime at={value.outbox.oldestAt} />
                </>
              )}
            </Typography>
          </Paper>
        )}
      </div>
    </section>
  );
};
