import { useRouteRef } from '@backstage/core-plugin-api';
import {
  FailurePanel,
  PagedListFrame,
  useNotifications,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useHostNotifications } from '../../hooks/useHostNotifications';
import { useTexts } from '../../hooks/useTexts';
import { notificationsRouteRef } from '../../routes';
import { NotificationRow } from '../NotificationsPage/NotificationRow';
import { Section } from '../Section/Section';
import { SeeAll } from '../SeeAll/SeeAll';

const useStyles = makeStyles(
  { list: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'ChangeGuardUnreadNotifications' },
);

/** What the reader has not read yet, in short. */
export const UnreadNotifications = () => {
  const classes = useStyles();
  const t = useTexts();
  const all = useRouteRef(notificationsRouteRef)();
  const list = useNotifications({ unread: true, limit: 10 });
  const host = useHostNotifications();
  const [failure, setFailure] = useState<Error>();

  return (
    <Section
      level={2}
      title={t('inbox.unread')}
      action={<SeeAll to={all} label={t('inbox.seeAllUnread')} />}
    >
      {failure && (
        <FailurePanel error={failure} title={t('notifications.failed')} />
      )}
      <PagedListFrame
        list={list}
        loading={t('notifications.loading')}
        empty={
          <Typography color="textSecondary">{t('inbox.unreadNone')}</Typography>
        }
      >
        <ul className={classes.list} aria-label={t('inbox.unread')}>
          {list.items.map(notification => (
            <NotificationRow
              key={notification.id}
              notification={notification}
              onRead={() =>
                list
                  .markRead(notification.id)
                  .then(() => host.markRead(notification), setFailure)
              }
            />
          ))}
        </ul>
      </PagedListFrame>
    </Section>
  );
};
