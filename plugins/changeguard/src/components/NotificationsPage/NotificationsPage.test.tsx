import { ServiceUnavailableError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
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

function open(...initial: Notification[]) {
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
    apis: [[changeGuardApiRef, api]],
  });
  return {
    api,
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
    open(first, second);
    expect(await screen.findByText('2 unread')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Mark read: First' }),
    );
    expect(await screen.findByText('1 unread')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Mark read: First' }),
    ).not.toBeInTheDocument();
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
