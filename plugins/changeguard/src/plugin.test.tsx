import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleChange,
  sampleNotification,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen } from '@testing-library/react';
import changeGuard from './index';

function open(path: string) {
  const api = stubChangeGuardApi({
    listSchemaChanges: () => ({
      items: [sampleChange({ title: 'Drop the currency field' })],
      nextCursor: null,
    }),
    listConsumers: () => ({
      state: 'complete',
      items: [],
      nextCursor: null,
      hidden: 0,
    }),
    listNotifications: () => ({
      items: [sampleNotification({ title: 'A change was announced' })],
      nextCursor: null,
    }),
    getUnreadCount: () => ({ unread: 1 }),
    listDeliveries: () => ({ items: [], nextCursor: null }),
    getDeliverySummary: () => ({
      channels: [],
      outbox: { unpublished: 0, oldestAt: null },
    }),
    listAudit: () => ({ items: [], nextCursor: null }),
    getAuditChain: () => ({
      head: null,
      unsealed: 0,
      oldestUnsealedAt: null,
      checkpoint: null,
      publicKey: null,
      retainedFromSeq: null,
    }),
    getPreferences: () => ({
      email: true,
      topics: {
        'breaking-change': { inApp: true, email: true },
        discussion: { inApp: true, email: false },
        reminder: { inApp: true, email: true },
        digest: { inApp: true, email: true },
      },
    }),
  });
  renderTestApp({
    features: [changeGuard],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [changeGuardApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [] })],
      mockApis.identity({
        userEntityRef: 'user:default/bob',
        ownershipEntityRefs: [
          'user:default/bob',
          'group:default/team-checkout',
        ],
      }),
    ],
  });
  return api;
}

describe('the plugin in the new frontend system', () => {
  it('shows the inbox at /changeguard', async () => {
    open('/changeguard');
    expect(
      await screen.findByRole('region', { name: 'Needs your answer' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Record a change' }),
    ).toHaveAttribute('href', '/changeguard/changes/new');
  });

  it('shows the list at /changeguard/changes', async () => {
    open('/changeguard/changes');
    expect(
      await screen.findByRole('link', { name: 'Drop the currency field' }),
    ).toHaveAttribute('href', expect.stringMatching('^/changeguard/changes/0'));
  });

  it('shows the notifications at /changeguard/notifications', async () => {
    open('/changeguard/notifications');
    expect(
      await screen.findByRole('link', { name: 'A change was announced' }),
    ).toBeInTheDocument();
  });

  it('shows the preferences at /changeguard/preferences', async () => {
    open('/changeguard/preferences');
    expect(
      await screen.findByRole('checkbox', { name: 'Discussions, By mail' }),
    ).not.toBeChecked();
  });

  it('shows the deliveries at /changeguard/deliveries', async () => {
    open('/changeguard/deliveries');
    expect(
      await screen.findByText('Every event is published'),
    ).toBeInTheDocument();
  });

  it('shows the audit trail at /changeguard/audit', async () => {
    open('/changeguard/audit');
    expect(
      await screen.findByText('Nothing is recorded yet'),
    ).toBeInTheDocument();
  });

  it('says that there is no such page anywhere else', async () => {
    open('/changeguard/chnages');
    expect(
      await screen.findByText(/There is no such page/),
    ).toBeInTheDocument();
    expect(screen.getByText('Inbox')).toBeInTheDocument();
  });

  it('compares definitions at /changeguard/compare', async () => {
    open('/changeguard/compare');
    expect(
      await screen.findByRole('button', { name: 'Compare' }),
    ).toBeDisabled();
  });
});
