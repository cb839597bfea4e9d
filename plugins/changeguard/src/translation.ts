import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { auditMessages } from './components/AuditPage/messages';
import { auditRecordMessages } from './components/AuditRecord/messages';
import { beforeAfterMessages } from './components/BeforeAfter/messages';
import { changeFormMessages } from './components/ChangeForm/messages';
import { changePageMessages } from './components/ChangePage/messages';
import { compareMessages } from './components/ComparePage/messages';
import { comparisonMessages } from './components/Comparison/messages';
import { deliveriesMessages } from './components/DeliveriesPage/messages';
import { entityMessages } from './components/EntityChanges/messages';
import { filterMessages } from './components/Filters/messages';
import { findingGroupMessages } from './components/FindingGroup/messages';
import { inboxMessages } from './components/InboxPage/messages';
import { listMessages } from './components/ListPage/messages';
import { markdownMessages } from './components/MarkdownField/messages';
import { notificationsMessages } from './components/NotificationsPage/messages';
import { preferencesMessages } from './components/PreferencesPage/messages';
import { revisionsMessages } from './components/RevisionsPage/messages';

/** Every text of the plugin; each screen keeps its own beside it. @public */
export const changeGuardTranslationRef = createTranslationRef({
  id: 'changeguard',
  messages: {
    page: {
      title: 'ChangeGuard',
      inbox: 'Inbox',
      changes: 'Changes',
      notifications: 'Notifications',
      preferences: 'Preferences',
      compare: 'Compare',
      deliveries: 'Deliveries',
      audit: 'Audit',
      record: 'Record a change',
      notFound: 'There is no such page',
    },
    inbox: inboxMessages,
    filters: filterMessages,
    list: listMessages,
    entity: entityMessages,
    notifications: notificationsMessages,
    preferences: preferencesMessages,
    compare: compareMessages,
    revisions: revisionsMessages,
    comparison: comparisonMessages,
    findingGroup: findingGroupMessages,
    deliveries: deliveriesMessages,
    audit: auditMessages,
    auditRecord: auditRecordMessages,
    beforeAfter: beforeAfterMessages,
    markdown: markdownMessages,
    changePage: changePageMessages,
    changeForm: changeFormMessages,
  },
});
