import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleCheckResult,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RevisionsPage } from './RevisionsPage';

function revision(number: number): Revision {
  return {
    id: `019400d1-0000-7000-8000-00000000000${number}`,
    entityRef: 'api:default/orders',
    format: 'graphql',
    version: `${number}.0`,
    hash: 'ab'.repeat(32),
    bytes: 30,
    source: 'ci',
    broughtBy: 'user:default/alice',
    at: '2026-11-20T10:00:00.000Z',
    commit: null,
    url: null,
    previousId:
      number > 1 ? `019400d1-0000-7000-8000-00000000000${number - 1}` : null,
    comparison:
      number > 1
        ? {
            outcome: 'compared',
            verdict: 'breaking',
            breaking: 1,
            dangerous: 0,
            nonBreaking: 2,
            failure: null,
          }
        : null,
    changeId: null,
    textKept: true,
  };
}

const [first, second, third] = [1, 2, 3].map(revision);
const { passes, base, format, ...comparison } = sampleCheckResult();
const changelog = '### Breaking\n\n- The field a of Query is gone';

function open() {
  const api = stubChangeGuardApi({
    listRevisions: () => ({ items: [third, second, first], nextCursor: null }),
    getRevision: () => ({
      ...third,
      definition: 'type Query { b: Int }',
      difference: { ...comparison, changelog },
    }),
    diffRevisions: () => ({
      ...comparison,
      from: first,
      to: third,
      changelog,
      sideBySide: {
        outcome: 'aligned',
        hunks: [
          {
            beforeStart: 1,
            beforeLines: 1,
            afterStart: 1,
            afterLines: 1,
            rows: [
              {
                kind: 'changed',
                before: { number: 1, text: 'a: Int' },
                after: { number: 1, text: 'b: Int' },
              },
            ],
          },
        ],
        anchors: [
          {
            fingerprint: comparison.findings[0].fingerprint,
            beforeLine: 1,
            afterLine: null,
            hunk: 0,
          },
        ],
        omittedRows: 0,
      },
    }),
  });
  renderInTestApp(<RevisionsPage />, {
    mountPath: '/changeguard/compare/:namespace/:kind/:name',
    initialRouteEntries: ['/changeguard/compare/default/api/orders'],
    mountedRoutes: {
      '/changeguard': changeGuardRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [changeGuardApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [] })],
      mockApis.permission(),
    ],
  });
  return api;
}

describe('RevisionsPage', () => {
  it('says who brought a revision, how much it breaks, and what changed in words', async () => {
    open();
    const [newest] = await screen.findAllByRole('listitem');
    expect(newest).toHaveTextContent('published by a pipeline by');
    expect(newest).toHaveTextContent('1 Breaking · 2 Non-breaking');
    await userEvent.click(
      screen.getByRole('button', { name: 'What changed in revision 3.0' }),
    );
    expect(
      await within(newest).findByText('The field a of Query is gone'),
    ).toBeInTheDocument();
  });

  it('compares any two, the newer with the older, and goes to the line of a finding', async () => {
    const scrolled = jest.fn();
    Element.prototype.scrollIntoView = scrolled;
    const api = open();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /revision 3.0/ }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /revision 1.0/ }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Compare the two' }),
    );
    const diff = await screen.findByRole('region', { name: '1.0 → 3.0' });
    expect(api.calls).toContainEqual(
      expect.objectContaining({
        name: 'diffRevisions',
        request: expect.objectContaining({
          params: { kind: 'api', namespace: 'default', name: 'orders' },
          query: { from: first.id, to: third.id },
        }),
      }),
    );
    expect(
      within(diff).getByText('Queries that ask for it fail.'),
    ).toBeInTheDocument();
    await userEvent.click(
      within(diff).getByRole('button', { name: 'Before, line 1' }),
    );
    expect(scrolled).toHaveBeenCalled();
    expect(
      screen.getByText('a: Int', { selector: '[data-looked] *' }),
    ).toBeInTheDocument();
  });
});
