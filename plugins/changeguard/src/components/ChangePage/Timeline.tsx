import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import {
  RelativeTime,
  useDateLocale,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useTexts } from '../../hooks/useTexts';
import { TimelineStop, timelineStops } from './timelineStops';

const DOT = 12;

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      listStyle: 'none',
      padding: 0,
      margin: theme.spacing(2, 0, 3),
      [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
    },
    stop: {
      position: 'relative',
      flex: '1 1 0',
      minWidth: 0,
      paddingTop: DOT + theme.spacing(1),
      paddingRight: theme.spacing(1),
      // The line from this stop to the next.
      '&:not(:last-child)::after': {
        content: '""',
        position: 'absolute',
        top: DOT / 2 - 1,
        left: DOT,
        right: 0,
        borderTop: `2px solid ${theme.palette.text.secondary}`,
      },
      [theme.breakpoints.down('xs')]: {
        flex: 'none',
        padding: theme.spacing(0, 0, 2, 3),
        '&:not(:last-child)::after': {
          top: DOT,
          bottom: 0,
          left: DOT / 2 - 1,
          right: 'auto',
          borderTop: 'none',
          borderLeft: `2px solid ${theme.palette.text.secondary}`,
        },
      },
    },
    ahead: {
      '&:not(:last-child)::after': {
        borderTopStyle: 'dashed',
        [theme.breakpoints.down('xs')]: {
          borderTopStyle: 'none',
          borderLeftStyle: 'dashed',
        },
      },
    },
    dot: {
      position: 'absolute',
      top: 0,
      left: 0,
      width: DOT,
      height: DOT,
      borderRadius: '50%',
      border: `2px solid ${theme.palette.text.secondary}`,
    },
    past: { backgroundColor: theme.palette.text.secondary },
    now: {
      backgroundColor: theme.palette.primary.main,
      borderColor: theme.palette.primary.main,
    },
    future: { backgroundColor: theme.palette.background.paper },
    missed: {
      backgroundColor: theme.palette.error.main,
      borderColor: theme.palette.error.main,
    },
    name: { fontWeight: 'bold' },
  }),
  { name: 'ChangeGuardTimeline' },
);

/** The dates of a change on one line, from what happened to what is to come. */
export const Timeline = (props: { change: SchemaChange; now: Date }) => {
  const { change, now } = props;
  const classes = useStyles();
  const t = useTexts();
  const locale = useDateLocale();
  const stops = timelineStops(change, now);
  const isAhead = ({ state }: TimelineStop) =>
    state === 'now' || state === 'future';

  return (
    <ol className={classes.list} aria-label={t('changePage.timeline.label')}>
      {stops.map(stop => (
        <li
          key={stop.name}
          className={`${classes.stop} ${isAhead(stop) ? classes.ahead : ''}`}
          aria-current={stop.name === 'today' ? 'date' : undefined}
        >
          <span
            aria-hidden
            className={`${classes.dot} ${classes[stop.state]}`}
          />
          <Typography variant="body2" className={classes.name}>
            {t(`changePage.timeline.${stop.name}`)}
          </Typography>
          <Typography variant="body2">
            {DateTime.fromISO(stop.at, { locale }).toLocaleString(
              DateTime.DATE_MED,
            )}
            {stop.name !== 'today' && (
              <>
                {' · '}
                <RelativeTime at={stop.at} />
              </>
            )}
          </Typography>
          {stop.state === 'missed' && (
            <Typography variant="body2" className={classes.name}>
              {t('changePage.timeline.missed')}
            </Typography>
          )}
        </li>
      ))}
    </ol>
  );
};
