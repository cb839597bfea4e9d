import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  FailurePanel,
  PagedListFrame,
  useNotifications,
  useReadingPlace,
} from '@changeguard/backstage-plugin-changeguard-react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useHostNotifications } from '../../hooks/useHostNotifications';
import { useTexts } from '../../hooks/useTexts';
import { preferencesRouteRef } from '../../routes';
import { Nothing } from '../Nothing/Nothing';
import { NotificationRow } from './NotificationRow';
import { NotificationsHead } from './NotificationsHead';
import { useNotificationsView } from './useNotificationsView';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: theme.spacing(0.5, 2) },
  }),
  { name: 'ChangeGuardNotificationsPage' },
);

/** Everything ChangeGuard has told the reader, newest first, live. */
export const NotificationsPage = () => {
  const classes = useStyles();
  const t = useTexts();
  const view = useNotificationsView();
  const preferences = useRouteRef(preferencesRouteRef);
  const { ref, isReading } = useReadingPlace<HTMLDivElement>();
  const host = useHostNotifications();
  const [failure, setFailure] = useState<Error>();
  const list = useNotifications({
    unread: view.unread,
    pages: view.pages,
    hold: isReading,
  });

  const attempt = (what: () => Promise<void>) => {
    setFailure(undefined);
    what().catch(setFailure);
  };

  return (
    <div ref={ref}>
      <NotificationsHead
        unreadOnly={view.unread}
        onUnreadOnly={view.setUnread}
        onReadAll={() =>
          attempt(async () => {
            await list.markAllRead();
            await host.markRead('all');
          })
        }
      />
      {failure && (
        <FailurePanel error={failure} title={t('notifications.failed')} />
      )}
      <PagedListFrame
        list={list}
        loading={t('notifications.loading')}
        rows={6}
        waiting={count => t('notifications.waiting', { count })}
        empty={
          <Nothing
            title={t(
              view.unread ? 'notifications.noneUnread' : 'notifications.none',
            )}
            help={t('notifications.noneHelp')}
            action={
              <LinkButton to={preferences()} variant="outlined">
                {t('notifications.preferences')}
              </LinkButton>
            }
          />
        }
        newestFirst
        onMore={view.showMore}
      >
        <Paper
          component="ul"
          className={classes.list}
          aria-label={t('notifications.label')}
        >
          {list.items.map(notification => (
            <NotificationRow
              key={notification.id}
              notification={notification}
              onRead={() =>
                attempt(async () => {
                  await list.markRead(notification.id);
                  await host.markRead(notification);
                })
              }
            />
          ))}
        </Paper>
      </PagedListFrame>
    </div>
  );
};
