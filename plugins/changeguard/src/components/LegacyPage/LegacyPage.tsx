import { Header, Page, TabbedLayout } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import { useTexts } from '../../hooks/useTexts';
import { ChangesRoutes } from '../ChangesRoutes/ChangesRoutes';
import { InboxPage } from '../InboxPage/InboxPage';
import { NotificationsPage } from '../NotificationsPage/NotificationsPage';
import { PreferencesPage } from '../PreferencesPage/PreferencesPage';
import { UnreadButton } from '../UnreadButton/UnreadButton';

/** The frame that a portal on the legacy frontend system does not draw by itself: header, tabs and the routes below them. */
export const LegacyPage = () => {
  const t = useTexts();

  return (
    <Page themeId="tool">
      <Header title={t('page.title')}>
        <Box mr={2}>
          <UnreadButton />
        </Box>
      </Header>
      <TabbedLayout>
        <TabbedLayout.Route path="/" title={t('page.inbox')}>
          <InboxPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/changes" title={t('page.changes')}>
          <ChangesRoutes />
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
      </TabbedLayout>
    </Page>
  );
};
