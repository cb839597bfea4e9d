import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Notification } from '@changeguard/backstage-plugin-changeguard-common';
import {
  RelativeTime,
  SeverityChip,
  StatusChip,
} from '@changeguard/backstage-plugin-changeguard-react';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import FiberManualRecordIcon from '@material-ui/icons/FiberManualRecord';
import { useTexts } from '../../hooks/useTexts';
import { schemaChangeRouteRef } from '../../routes';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr) 48px',
      columnGap: theme.spacing(1),
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 0 },
      overflowWrap: 'anywhere',
    },
    dot: { fontSize: 12, marginTop: 6, color: theme.palette.primary.main },
    unread: { fontWeight: 700 },
    clamped: {
      display: '-webkit-box',
      '-webkit-line-clamp': 3,
      '-webkit-box-orient': 'vertical',
      overflow: 'hidden',
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      marginTop: theme.spacing(0.75),
    },
  }),
  { name: 'ChangeGuardNotificationRow' },
);

/** One notification: what happened, where the change stands now, and the way to it. */
export const NotificationRow = (props: {
  notification: Notification;
  onRead: () => void;
}) => {
  const { notification, onRead } = props;
  const classes = useStyles();
  const t = useTexts();
  const change = useRouteRef(schemaChangeRouteRef);
  const unread = notification.readAt === null;

  return (
    <li className={classes.root}>
      <span>
        {unread && (
          <FiberManualRecordIcon
            className={classes.dot}
            titleAccess={t('notifications.isUnread')}
          />
        )}
      </span>
      <div>
        <Typography variant="body2" component="div">
          <Link
            to={change({ id: notification.changeId })}
            className={`${classes.clamped} ${unread ? classes.unread : ''}`}
            title={notification.title}
            onClick={unread ? onRead : undefined}
          >
            {notification.title}
          </Link>
        </Typography>
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.clamped}
        >
          {notification.body}
        </Typography>
        <Typography variant="body2" component="div" className={classes.facts}>
          <RelativeTime at={notification.createdAt} />
          <SeverityChip severity={notification.severity} />
          <StatusChip status={notification.changeStatus} />
        </Typography>
      </div>
      {unread && (
        <Tooltip title={t('notifications.readOne')}>
          <IconButton
            onClick={onRead}
            aria-label={t('notifications.readOneOf', {
              title: notification.title,
            })}
          >
            <CheckIcon />
          </IconButton>
        </Tooltip>
      )}
    </li>
  );
};
