import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { changeGuardApiRef, changeGuardRouteRef } from './index';
import { AnswerForUs } from './examples/AnswerForUs';
import { NextBreak } from './examples/NextBreak';
import { OverdueBadge } from './examples/OverdueBadge';
import { ReleaseNotes } from './examples/ReleaseNotes';
import { TeamChangesCard } from './examples/TeamChangesCard';
import { Unread } from './examples/Unread';
import {
  sampleChange,
  sampleChangeDetail,
  sampleConsumer,
  sampleNotification,
  stubChangeGuardApi,
} from './testUtils';

const detail = sampleChangeDetail({ title: 'Drop the currency field' });

function show(element: JSX.Element) {
  const api = stubChangeGuardApi({
    listSchemaChanges: () => ({
      items: [sampleChange({ title: 'Drop the currency field' })],
      nextCursor: null,
    }),
    getSchemaChange: () => detail,
    listConsumers: () => ({
      state: 'complete',
      items: [sampleConsumer()],
      nextCursor: null,
      hidden: 0,
    }),
    listNotifications: () => ({
      items: [sampleNotification({ title: 'Something was announced' })],
      nextCursor: null,
    }),
    getUnreadCount: () => ({ unread: 3 }),
  });
  renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'team-orders', namespace: 'default' },
      }}
    >
      {element}
    </EntityProvider>,
    {
      mountedRoutes: {
        '/changeguard': changeGuardRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [changeGuardApiRef, api],
        mockApis.identity({
          userEntityRef: 'user:default/bob',
          ownershipEntityRefs: ['user:default/bob'],
        }),
      ],
    },
  );
  return api;
}

/** Without what a formatter decides, which depends on how long the name of an import is. */
const inOneLine = (code: string) =>
  code.replace(/\s+/g, ' ').replace(/, ([})])/g, ' $1');

describe('the examples of the README', () => {
  it('are the files that these tests run', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/```tsx\n([^]*?)```/g)].map(
      ([, code]) => code,
    );
    expect(shown.length).toBeGreaterThan(5);
    for (const code of shown) {
      const name = /export const (\w+)/.exec(code)![1];
      const file = join(__dirname, 'examples', `${name}.tsx`);
      // Inside this package the examples cannot import it by its name.
      const example = readFileSync(file, 'utf8').replaceAll(
        `from '../index'`,
        `from '@changeguard/backstage-plugin-changeguard-react'`,
      );
      expect(inOneLine(code)).toBe(inOneLine(example));
    }
  });

  it('ChangeList: the changes of a team on its page', async () => {
    const api = show(<TeamChangesCard />);
    expect(
      await screen.findByText('Drop the currency field'),
    ).toBeInTheDocument();
    expect(api.calls[0].request).toMatchObject({
      query: { owner: ['group:default/team-orders'] },
    });
  });

  it('ChangeSummary: one change on another plugin’s page', async () => {
    show(<ReleaseNotes changeId={detail.id} />);
    expect(
      await screen.findByText('Drop the currency field'),
    ).toBeInTheDocument();
  });

  it('AnswerButton: answer from elsewhere', async () => {
    show(<AnswerForUs changeId={detail.id} />);
    expect(
      await screen.findByRole('button', { name: 'Answer' }),
    ).toBeInTheDocument();
  });

  it('useSchemaChanges: what comes next', async () => {
    show(<NextBreak />);
    expect(
      await screen.findByText(/Drop the currency field breaks/),
    ).toHaveTextContent('Drop the currency field breaks in 20 days');
  });

  it('useSchemaChange: one fact of a change', async () => {
    show(<OverdueBadge changeId={detail.id} />);
    expect(await screen.findByText('On time')).toBeInTheDocument();
  });

  it('useUnreadCount and useNotifications: what is new', async () => {
    show(<Unread />);
    expect(
      await screen.findByText('Something was announced'),
    ).toBeInTheDocument();
    expect(await screen.findByText('3 unread')).toBeInTheDocument();
  });
});
