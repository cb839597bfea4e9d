import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleChange,
  sampleConsumer,
  sampleNotification,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InboxPage } from './InboxPage';

describe('InboxPage', () => {
  it('shows what waits for an answer, which can be given in place', async () => {
    const waiting = sampleChange({ title: 'Waits for us', version: 1 });
    const answered = sampleChange({ title: 'We have answered' });
    const ours = sampleConsumer();
    const migrating = sampleConsumer({
      answer: { ...ours.answer, state: 'migrating', by: 'user:default/bob' },
    });
    const answers = new Map([
      [waiting.id, ours],
      [answered.id, migrating],
    ]);
    const api = stubChangeGuardApi({
      listSchemaChanges: ({ query }) => ({
        items: query?.consumerOwner
          ? [waiting, answered]
          : [sampleChange({ title: 'We break this' })],
        nextCursor: null,
      }),
      listConsumers: ({ params }) => ({
        state: 'complete',
        items: [answers.get(params.id)!],
        nextCursor: null,
        hidden: 0,
      }),
      answerForConsumer: ({ params }) => {
        answers.set(params.id, migrating);
        waiting.version = 2;
        return migrating;
      },
      listNotifications: () => ({
        items: [sampleNotification({ title: 'Something was announced' })],
        nextCursor: null,
      }),
    });
    renderInTestApp(<InboxPage />, {
      mountedRoutes: {
        '/changeguard': changeGuardRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [changeGuardApiRef, api],
        mockApis.identity({
          userEntityRef: 'user:default/bob',
          ownershipEntityRefs: ['user:default/bob', 'group:default/checkout'],
        }),
      ],
    });

    const needs = await screen.findByRole('region', {
      name: 'Needs your answer',
    });
    expect(await within(needs).findByText('Waits for us')).toBeInTheDocument();
    expect(
      within(needs).queryByText('We have answered'),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'My teams’ changes' }),
    ).toHaveTextContent('We break this');
    expect(
      screen.getByRole('region', { name: 'Affecting my teams' }),
    ).toHaveTextContent('We have answered');
    expect(
      screen.getByRole('region', { name: 'Unread notifications' }),
    ).toHaveTextContent('Something was announced');
    expect(
      screen.getByRole('button', {
        name: 'See all changes affecting my teams',
      }),
    ).toHaveAttribute('href', '/changeguard/changes?view=affecting');

    await userEvent.click(
      within(needs).getByRole('button', { name: 'Answer' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^Migrating/ }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Send answer' }),
    );
    await waitFor(() =>
      expect(needs).toHaveTextContent('Nobody waits for an answer of yours.'),
    );
  });
});
