import { useUnreadCount } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useTexts } from '../../hooks/useTexts';

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
    choice: {
      textTransform: 'none',
      // The lab's own grey is too faint to read.
      color: theme.palette.text.secondary,
      '&.Mui-selected': { color: theme.palette.text.primary },
    },
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
      <ToggleButtonGroup
        exclusive
        size="small"
        value={unreadOnly ? 'unread' : 'all'}
        onChange={(_, value) => value && onUnreadOnly(value === 'unread')}
        aria-label={t('notifications.show')}
      >
        <ToggleButton value="all" className={classes.choice}>
          {t('notifications.all')}
        </ToggleButton>
        <ToggleButton value="unread" className={classes.choice}>
          {t('notifications.unreadOnly')}
        </ToggleButton>
      </ToggleButtonGroup>
      <Button variant="outlined" disabled={!unread} onClick={onReadAll}>
        {t('notifications.readAll')}
      </Button>
    </div>
  );
};
