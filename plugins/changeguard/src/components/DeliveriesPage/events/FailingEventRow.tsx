import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { RelativeTime } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { schemaChangeRouteRef } from '../../../routes';
import { eventAdviceFor } from './eventAdviceFor';
import { FailingItem } from './useFailingEvents';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns:
        'minmax(0, 4fr) minmax(0, 5fr) minmax(64px, max-content)',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        justifyItems: 'start',
      },
    },
    error: { fontFamily: 'monospace', margin: theme.spacing(0.25, 0) },
  }),
  { name: 'ChangeGuardFailingEventRow' },
);

/** One event that does not get on: what it is about, who fails on it and why, and the way out. */
export const FailingEventRow = (props: {
  event: FailingItem;
  onSkip: () => void;
}) => {
  const { event, onSkip } = props;
  const { changeTitle, subscriber, attempts, lastFailedAt, nextAttemptAt } =
    event;
  const classes = useStyles();
  const t = useTexts();
  const change = useRouteRef(schemaChangeRouteRef);
  const advice = eventAdviceFor(event);
  const about = changeTitle ?? t('deliveries.row.hiddenChange');

  return (
    <Typography
      component="li"
      variant="body2"
      className={classes.root}
      aria-label={about}
    >
      <div>
        {changeTitle === null ? (
          <em>{about}</em>
        ) : (
          <Link to={change({ id: event.changeId })}>{changeTitle}</Link>
        )}
        <Typography variant="caption" component="div" color="textSecondary">
          {event.eventType}
          {' · '}
          <RelativeTime at={event.createdAt} />
        </Typography>
      </div>
      <div>
        <div>
          {subscriber === null
            ? t('deliveries.events.unpublished')
            : t('deliveries.events.fails', { subscriber })}
          {', '}
          {t('deliveries.events.attempts', { count: attempts })}
          {lastFailedAt && (
            <>
              , {t('deliveries.events.last')} <RelativeTime at={lastFailedAt} />
            </>
          )}
          {nextAttemptAt && (
            <>
              , {t('deliveries.row.next')} <RelativeTime at={nextAttemptAt} />
            </>
          )}
        </div>
        <div className={classes.error}>{event.lastError}</div>
        <Typography variant="caption" component="div" color="textSecondary">
          {t(`deliveries.events.advice.${advice}`)}
        </Typography>
      </div>
      <div>
        {advice === 'skippable' && (
          <Button
            size="small"
            variant="outlined"
            onClick={onSkip}
            aria-label={t('deliveries.events.skipFor', {
              about,
              subscriber: subscriber ?? '',
            })}
          >
            {t('deliveries.events.skip')}
          </Button>
        )}
      </div>
    </Typography>
  );
};
