import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useUnreadCount } from '@changeguard/backstage-plugin-changeguard-react';
import Badge from '@material-ui/core/Badge';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import NotificationsNoneIcon from '@material-ui/icons/NotificationsNone';
import { useTexts } from '../../hooks/useTexts';
import { notificationsRouteRef } from '../../routes';

/** How many notifications are unread, on every page of ChangeGuard, and the way to them. */
export const UnreadButton = () => {
  const t = useTexts();
  const link = useRouteRef(notificationsRouteRef)();
  const unread = useUnreadCount().value ?? 0;
  const words = `${t('page.notifications')}: ${t('notifications.unread', {
    count: unread,
  })}`;

  return (
    <Tooltip title={words}>
      <IconButton component={Link} to={link} size="small" aria-label={words}>
        <Badge badgeContent={unread} max={99} color="primary">
          <NotificationsNoneIcon />
        </Badge>
      </IconButton>
    </Tooltip>
  );
};
