import { useUnreadCount } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { ViewToggle } from '../ViewToggle/ViewToggle';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
    },
    count: { flex: 1 },
  }),
  { name: 'ChangeGuardNotificationsHead' },
);

/** How much is unread, what to show, and the button that ends it all. */
export const NotificationsHead = (props: {
  unreadOnly: boolean;
  onUnreadOnly: (unreadOnly: boolean) => void;
  onReadAll: () => void;
}) => {
  const { unreadOnly, onUnreadOnly, onReadAll } = props;
  const classes = useStyles();
  const t = useTexts();
  const unread = useUnreadCount().value;

  return (
    <div className={classes.root}>
      <Typography className={classes.count} role="status">
        {unread !== undefined && t('notifications.unread', { count: unread })}
      </Typography>
      <ViewToggle
        label={t('notifications.show')}
        views={{
          all: t('notifications.all'),
          unread: t('notifications.unreadOnly'),
        }}
        view={unreadOnly ? 'unread' : 'all'}
        onView={chosen => onUnreadOnly(chosen === 'unread')}
      />
      <Button variant="outlined" disabled={!unread} onClick={onReadAll}>
        {t('notifications.readAll')}
      </Button>
    </div>
  );
};
