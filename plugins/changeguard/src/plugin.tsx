import { Content } from '@backstage/core-components';
import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  PluginHeaderActionBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import SecurityIcon from '@material-ui/icons/Security';
import { createChangeGuardApi } from './api/createChangeGuardApi';
import { UnknownPage } from './components/UnknownPage/UnknownPage';
import {
  auditRouteRef,
  changeGuardRouteRef,
  compareRouteRef,
  deliveriesRouteRef,
  entityContentRouteRef,
  notificationsRouteRef,
  preferencesRouteRef,
  recordSchemaChangeRouteRef,
  revisionsRouteRef,
  schemaChangeRouteRef,
  schemaChangesRouteRef,
} from './routes';

const icon = <SecurityIcon fontSize="inherit" />;
const kinds = { kind: { $in: ['api', 'component', 'resource'] } };

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: changeGuardApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: createChangeGuardApi,
    }),
});

const page = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { inputs }) {
    const host = originalFactory({
      path: '/changeguard',
      title: 'ChangeGuard',
      icon,
      routeRef: changeGuardRouteRef,
    });
    for (const data of host) {
      if (data.id !== coreExtensionData.reactElement.id) yield data;
    }
    yield coreExtensionData.reactElement(
      <UnknownPage
        paths={inputs.pages.map(one => one.get(coreExtensionData.routePath))}
      >
        {host.get(coreExtensionData.reactElement)}
      </UnknownPage>,
    );
  },
});

// The first sub-page is where `/changeguard` itself leads to.
const inbox = SubPageBlueprint.make({
  name: 'inbox',
  params: {
    path: 'inbox',
    title: 'Inbox',
    loader: () =>
      import('./components/InboxPage/InboxPage').then(m => (
        <Content>
          <m.InboxPage />
        </Content>
      )),
  },
});

const changes = SubPageBlueprint.make({
  name: 'changes',
  params: {
    path: 'changes',
    title: 'Changes',
    loader: () =>
      import('./components/ChangesRoutes/ChangesRoutes').then(m => (
        <Content>
          <m.ChangesRoutes />
        </Content>
      )),
  },
});

const compare = SubPageBlueprint.make({
  name: 'compare',
  params: {
    path: 'compare',
    title: 'Compare',
    loader: () =>
      import('./components/CompareRoutes/CompareRoutes').then(m => (
        <Content>
          <m.CompareRoutes />
        </Content>
      )),
  },
});

const notifications = SubPageBlueprint.make({
  name: 'notifications',
  params: {
    path: 'notifications',
    title: 'Notifications',
    loader: () =>
      import('./components/NotificationsPage/NotificationsPage').then(m => (
        <Content>
          <m.NotificationsPage />
        </Content>
      )),
  },
});

const preferences = SubPageBlueprint.make({
  name: 'preferences',
  params: {
    path: 'preferences',
    title: 'Preferences',
    loader: () =>
      import('./components/PreferencesPage/PreferencesPage').then(m => (
        <Content>
          <m.PreferencesPage />
        </Content>
      )),
  },
});

// Everybody gets this tab and the next, and those who may not see the page are told so by it: with a permission as the extension's `if`, the whole
// portal would wait for the permission backend before it shows anything, and would never show it while that is away.
const deliveries = SubPageBlueprint.make({
  name: 'deliveries',
  params: {
    path: 'deliveries',
    title: 'Deliveries',
    loader: () =>
      import('./components/DeliveriesPage/DeliveriesPage').then(m => (
        <Content>
          <m.DeliveriesPage />
        </Content>
      )),
  },
});

const audit = SubPageBlueprint.make({
  name: 'audit',
  params: {
    path: 'audit',
    title: 'Audit',
    loader: () =>
      import('./components/AuditPage/AuditPage').then(m => (
        <Content>
          <m.AuditPage />
        </Content>
      )),
  },
});

const record = PluginHeaderActionBlueprint.make({
  name: 'record',
  params: {
    loader: () =>
      import('./components/RecordButton/RecordButton').then(m => (
        <m.RecordButton />
      )),
  },
});

const unread = PluginHeaderActionBlueprint.make({
  name: 'unread',
  params: {
    loader: () =>
      import('./components/UnreadButton/UnreadButton').then(m => (
        <m.UnreadButton />
      )),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/changeguard',
    title: 'ChangeGuard',
    icon,
    filter: kinds,
    routeRef: entityContentRouteRef,
    loader: () =>
      import('./components/EntityChanges/EntityChanges').then(m => (
        <m.EntityChanges />
      )),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    filter: kinds,
    type: 'info',
    loader: () =>
      import('./components/EntityCard/EntityCard').then(m => <m.EntityCard />),
  },
});

/** ChangeGuard for a portal on the new frontend system. @public */
export const changeGuardFrontendPlugin = createFrontendPlugin({
  pluginId: 'changeguard',
  title: 'ChangeGuard',
  icon,
  routes: {
    root: changeGuardRouteRef,
    changes: schemaChangesRouteRef,
    change: schemaChangeRouteRef,
    record: recordSchemaChangeRouteRef,
    compare: compareRouteRef,
    revisions: revisionsRouteRef,
    notifications: notificationsRouteRef,
    preferences: preferencesRouteRef,
    deliveries: deliveriesRouteRef,
    audit: auditRouteRef,
    entityContent: entityContentRouteRef,
  },
  extensions: [
    api,
    page,
    inbox,
    changes,
    compare,
    notifications,
    preferences,
    deliveries,
    audit,
    record,
    unread,
    entityContent,
    entityCard,
  ],
});
