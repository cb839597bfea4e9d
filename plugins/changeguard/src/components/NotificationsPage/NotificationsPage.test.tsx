import { ServiceUnavailableError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import {
  announceLocalChange,
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleNotification,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import type { Notification } from '@changeguard/backstage-plugin-changeguard-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotificationsPage } from './NotificationsPage';

/** A notification as the portal keeps it beside ours, under an id of its own. */
const hostsCopy = ({ id, title, link }: Notification) => ({
  id: `host-${id}`,
  user: 'user:default/bob',
  created: new Date(),
  origin: 'plugin:changeguard',
  payload: { title, link },
});

function open(...initial: Notification[]) {
  const host = {
    getNotifications: jest.fn(async () => ({
      notifications: initial.map(hostsCopy),
      totalCount: initial.length,
    })),
    updateNotifications: jest.fn(async () => []),
  };
  let stored = initial;
  const read = (which: (one: Notification) => boolean) => {
    stored = stored.map(one =>
      which(one) ? { ...one, readAt: new Date().toISOString() } : one,
    );
  };
  const api = stubChangeGuardApi({
    listNotifications: ({ query }) => ({
      items: stored.filter(one => !query?.unread || !one.readAt),
      nextCursor: null,
    }),
    getUnreadCount: () => ({
      unread: stored.filter(one => !one.readAt).length,
    }),
    readNotification: ({ params }) => {
      read(one => one.id === params.id);
      return stored.find(one => one.id === params.id)!;
    },
    readAllNotifications: () => {
      read(() => true);
      return { marked: stored.length };
    },
  });
  renderInTestApp(<NotificationsPage />, {
    mountedRoutes: { '/changeguard': changeGuardRouteRef },
    apis: [
      [changeGuardApiRef, api],
      [notificationsApiRef, host],
    ],
  });
  return {
    api,
    host,
    arrive: (one: Notification) => {
      stored = [one, ...stored];
      announceLocalChange();
    },
  };
}

describe('NotificationsPage', () => {
  it('links a notification to its change and says where that stands now', async () => {
    const one = sampleNotification({
      type: 'announced',
      changeStatus: 'resolved',
    });
    open(one);
    expect(
      await screen.findByRole('link', { name: one.title }),
    ).toHaveAttribute('href', `/changeguard/changes/${one.changeId}`);
    expect(screen.getByRole('listitem')).toHaveTextContent('Resolved');
  });

  it('marks one read and counts it off', async () => {
    const [first, second] = [sampleNotification(), sampleNotification()];
    first.title = 'First';
    const { host } = open(first, second);
    expect(await screen.findByText('2 unread')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Mark read: First' }),
    );
    expect(await screen.findByText('1 unread')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Mark read: First' }),
    ).not.toBeInTheDocument();
    await waitFor(() =>
      expect(host.updateNotifications).toHaveBeenCalledWith({
        ids: [`host-${first.id}`],
        read: true,
      }),
    );
  });

  it('marks all read at once', async () => {
    open(sampleNotification(), sampleNotification());
    await screen.findByText('2 unread');
    await userEvent.click(
      screen.getByRole('button', { name: 'Mark all read' }),
    );
    expect(await screen.findByText('Nothing unread')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Mark all read' }),
    ).toBeDisabled();
  });

  it('shows what arrives without being reloaded', async () => {
    const { arrive } = open(sampleNotification());
    await screen.findByText('1 unread');
    arrive(sampleNotification({ title: 'Just now' }));
    expect(await screen.findByText('Just now')).toBeInTheDocument();
    expect(await screen.findByText('2 unread')).toBeInTheDocument();
  });

  it('shows a notification unread again when it could not be marked', async () => {
    const { api } = open(sampleNotification({ title: 'First' }));
    api.operations.readNotification = () => {
      throw new ServiceUnavailableError('PostgreSQL is away');
    };
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark read: First' }),
    );
    expect(await screen.findByText('PostgreSQL is away')).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Mark read: First' }),
      ).toBeInTheDocument(),
    );
  });

  it('teaches whom nothing was sent to yet', async () => {
    open();
    expect(await screen.findByText('No notifications yet')).toBeInTheDocument();
  });
});
