import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import type { BackstageTheme } from '@backstage/theme';
import {
  auditReadPermission,
  deliveriesManagePermission,
} from '@changeguard/backstage-plugin-changeguard-common';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { AuditPage } from '../AuditPage/AuditPage';
import { ChangesRoutes } from '../ChangesRoutes/ChangesRoutes';
import { CompareRoutes } from '../CompareRoutes/CompareRoutes';
import { DeliveriesPage } from '../DeliveriesPage/DeliveriesPage';
import { InboxPage } from '../InboxPage/InboxPage';
import { NotificationsPage } from '../NotificationsPage/NotificationsPage';
import { PreferencesPage } from '../PreferencesPage/PreferencesPage';
import { RecordButton } from '../RecordButton/RecordButton';
import { UnreadButton } from '../UnreadButton/UnreadButton';

const useStyles = makeStyles<BackstageTheme>(theme => ({
  // A link has the colour of links; on the header's picture that cannot be read.
  unread: {
    margin: theme.spacing(0, 2),
    '& a': { color: theme.getPageTheme({ themeId: 'tool' }).fontColor },
  },
}));

/** The frame that a portal on the legacy frontend system does not draw by itself: header, tabs and the routes below them. */
export const LegacyPage = () => {
  const t = useTexts();
  const classes = useStyles();
  const deliveries = usePermission({ permission: deliveriesManagePermission });

  const audit = usePermission({ permission: auditReadPermission });

  return (
    <Page themeId="tool">
      <Header title={t('page.title')}>
        <RecordButton />
        <div className={classes.unread}>
          <UnreadButton />
        </div>
      </Header>
      <TabbedLayout>
        <TabbedLayout.Route path="/" title={t('page.inbox')}>
          <InboxPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/changes" title={t('page.changes')}>
          <ChangesRoutes />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/compare" title={t('page.compare')}>
          <CompareRoutes />
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="/notifications"
          title={t('page.notifications')}
        >
          <NotificationsPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/preferences" title={t('page.preferences')}>
          <PreferencesPage />
        </TabbedLayout.Route>
        {deliveries.allowed && (
          <TabbedLayout.Route path="/deliveries" title={t('page.deliveries')}>
            <DeliveriesPage />
          </TabbedLayout.Route>
        )}
        {audit.allowed && (
          <TabbedLayout.Route path="/audit" title={t('page.audit')}>
            <AuditPage />
          </TabbedLayout.Route>
        )}
      </TabbedLayout>
    </Page>
  );
};
