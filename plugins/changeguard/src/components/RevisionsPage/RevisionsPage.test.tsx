import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  Acceptance,
  ComparisonFailure,
  Revision,
  SideBySide,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleCheckResult,
  stubChangeGuardApi,
  StubbedOperations,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sharedFindings } from '../FindingGroup/__testUtils__/sharedFindings';
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
    comparable: true,
    textKept: true,
  };
}

const [first, second, third] = [1, 2, 3].map(revision);
const failure: ComparisonFailure = {
  reason: 'timed-out',
  which: null,
  message: 'Comparing took longer than 30 seconds.',
  line: null,
};
const notCompared: Revision = {
  ...third,
  comparable: false,
  comparison: {
    outcome: 'failed',
    verdict: 'unknown',
    breaking: 0,
    dangerous: 0,
    nonBreaking: 0,
    failure,
  },
};
const unreadable: Revision = {
  ...notCompared,
  comparison: {
    ...notCompared.comparison!,
    failure: { ...failure, reason: 'parse-error', which: 'revision' },
  },
};
/** A list that begins with a revision that could not be compared. */
const listing = (newest: Revision) => ({
  listRevisions: () => ({ items: [newest, second, first], nextCursor: null }),
});
const { passes, base, format, ...comparison } = sampleCheckResult();
const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'orders', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'user:default/alice' }],
};
const two = `?from=${first.id}&to=${third.id}`;
const acceptance: Acceptance = {
  id: '019400d1-0000-7000-8000-0000000000aa',
  entityRef: 'api:default/orders',
  fingerprint: comparison.findings[0].fingerprint,
  format: 'graphql',
  rule: 'graphql-field-removed',
  severity: 'breaking',
  pointer: '/Query/a',
  operation: null,
  message: 'The field a of Query is gone',
  reason: 'Nobody asks for it',
  acceptedBy: 'user:default/alice',
  acceptedAt: '2026-11-20T10:00:00.000Z',
  until: null,
  holds: true,
};
const changelog = '### Breaking\n\n- The field a of Query is gone';

/** Two texts of which one line differs, at which the findings are. */
const sideBySide = (
  findings: readonly { fingerprint: string }[],
): SideBySide => ({
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
  anchors: findings.map(({ fingerprint }) => ({
    fingerprint,
    beforeLine: 1,
    afterLine: null,
    hunk: 0,
  })),
  omittedRows: 0,
});
/** One schema that three operations share, and a field of its own. */
const shared: StubbedOperations = {
  diffRevisions: () => {
    const findings = [...sharedFindings, ...comparison.findings];
    return {
      ...comparison,
      findings,
      findingCount: findings.length,
      from: first,
      to: third,
      changelog,
      sideBySide: sideBySide(findings),
    };
  },
};

function open(operations: StubbedOperations = {}, query = '') {
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
      sideBySide: sideBySide(comparison.findings),
    }),
    listAcceptances: () => ({ items: [], nextCursor: null }),
    ...operations,
  });
  renderInTestApp(<RevisionsPage />, {
    config: {
      app: { baseUrl: 'http://localhost' },
      changeguard: {
        detection: { ruleDocsUrl: 'https://docs.example.com/{format}#{rule}' },
      },
    },
    mountPath: '/changeguard/compare/:namespace/:kind/:name',
    initialRouteEntries: [`/changeguard/compare/default/api/orders${query}`],
    mountedRoutes: {
      '/changeguard': changeGuardRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [changeGuardApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [orders] })],
      mockApis.permission(),
      mockApis.identity({
        userEntityRef: 'user:default/alice',
        ownershipEntityRefs: ['user:default/alice'],
      }),
    ],
  });
  return api;
}

/** Where the first finding shows. */
const places = () =>
  within(
    within(screen.getByRole('list', { name: 'Findings' })).getAllByRole(
      'list',
    )[0],
  ).getAllByRole('listitem');

beforeEach(() => {
  Element.prototype.scrollIntoView = jest.fn();
});

describe('RevisionsPage', () => {
  it('says where the catalog’s revisions were found, not which part of ChangeGuard found them', async () => {
    const found: Revision = {
      ...first,
      source: 'catalog',
      broughtBy: 'system:detection',
    };
    open({ listRevisions: () => ({ items: [found], nextCursor: null }) });
    const row = (await screen.findByText(/found in the catalog/)).closest('li');
    expect(row).not.toHaveTextContent(/system|\bby\b/);
  });

  it('says who brought a revision, how much it breaks, and what changed in words', async () => {
    open();
    const [newest] = await screen.findAllByRole('listitem');
    expect(newest).toHaveTextContent('published from a pipeline by');
    expect(newest).toHaveTextContent('3 findings: 1 Breaking · 2 Non-breaking');
    await userEvent.click(
      screen.getByRole('button', { name: 'What changed in revision 3.0' }),
    );
    expect(
      await within(newest).findByText('The field a of Query is gone'),
    ).toBeInTheDocument();
  });

  it('leads to the comparison that was asked for further down', async () => {
    open();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Side by side: revision 3.0 and the one before',
      }),
    );
    const comparing = await screen.findByRole('region', { name: / → 3\.0$/ });
    expect(within(comparing).getByRole('heading', { level: 3 })).toHaveFocus();
  });

  it('says once what a revision changed in several places, and each of them', async () => {
    const findings = [...sharedFindings, ...comparison.findings];
    open({
      getRevision: () => ({
        ...third,
        definition: null,
        difference: {
          ...comparison,
          findings,
          findingCount: findings.length,
          changelog,
        },
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'What changed in revision 3.0',
      }),
    );
    expect(
      await screen.findByText('4 findings, told as 2 differences: 4 Breaking'),
    ).toBeInTheDocument();
    expect(screen.getAllByText(sharedFindings[1].message)).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: /^In 3 places/ }));
    expect(places().map(place => place.textContent)).toEqual([
      expect.stringContaining('GET /orders'),
      'POST /orders',
      'GET /orders/{id}',
    ]);
  });

  it('never says that nothing changed where not everything could be compared', async () => {
    open({
      getRevision: () => ({
        ...third,
        definition: null,
        difference: {
          ...comparison,
          outcome: 'partial',
          verdict: 'unknown',
          findings: [],
          findingCount: 0,
          reasons: ['The file common.graphql could not be read.'],
          changelog: '',
        },
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'What changed in revision 3.0',
      }),
    );
    expect(
      await screen.findByText('The file common.graphql could not be read.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^Nothing changed/)).toBeNull();
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

  it('goes from finding to finding by keys, and says which one it is', async () => {
    const scrolled = jest.fn();
    Element.prototype.scrollIntoView = scrolled;
    open({}, two);
    await screen.findByText('Queries that ask for it fail.');
    await userEvent.keyboard('j');

    expect(
      screen.getByText('a: Int', { selector: '[data-looked] *' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Difference 1 of 1: The field a of Query is gone'),
    ).toBeInTheDocument();
    expect(scrolled).toHaveBeenCalled();
  });

  it('goes to the lines of each place, and by keys from difference to difference', async () => {
    open(shared, two);
    await userEvent.click(
      await screen.findByRole('button', { name: /^In 3 places/ }),
    );
    const [, post] = places();
    await userEvent.click(
      within(post).getByRole('button', { name: 'Before, line 41' }),
    );
    expect(post).toHaveAttribute('aria-current', 'true');
    expect(
      screen.getByText('a: Int', { selector: '[data-looked] *' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^Difference 1 of 2: The property total /),
    ).toBeInTheDocument();
    await userEvent.keyboard('j');
    expect(
      screen.getByText('Difference 2 of 2: The field a of Query is gone'),
    ).toBeInTheDocument();
    expect(post).toHaveAttribute('aria-current', 'false');
  });

  it('accepts one place and leaves the others where they are', async () => {
    const api = open({ ...shared, acceptFinding: () => acceptance }, two);
    await userEvent.click(
      await screen.findByRole('button', { name: /^In 3 places/ }),
    );
    await userEvent.click(
      within(places()[1]).getByRole('button', { name: 'Accept' }),
    );
    const dialog = await screen.findByRole('dialog');
    // Which one it is: all of them say the same.
    expect(dialog).toHaveTextContent('POST /orders');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Fine',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Accept' }),
    );

    expect(await screen.findByText('1 of 3 accepted')).toBeInTheDocument();
    expect(
      places().map(place => /Accepted by an owner/.test(place.textContent!)),
    ).toEqual([false, true, false]);
    expect(api.calls).toContainEqual(
      expect.objectContaining({
        name: 'acceptFinding',
        request: expect.objectContaining({
          params: expect.objectContaining({
            fingerprint: sharedFindings[1].fingerprint,
          }),
        }),
      }),
    );
  });

  it('accepts all places of a finding at once, except those that somebody accepted before', async () => {
    const [one, ...others] = sharedFindings;
    const findings = [
      {
        ...one,
        accepted: { by: 'acceptance', id: acceptance.id, link: '#' } as const,
      },
      ...others,
    ];
    const api = open(
      {
        ...shared,
        diffRevisions: () => ({
          ...comparison,
          findings,
          findingCount: findings.length,
          from: first,
          to: third,
          changelog,
          sideBySide: null,
        }),
        acceptFindings: ({ body }) => ({
          items: body.fingerprints.map((fingerprint, index) => ({
            ...acceptance,
            id: `019400d1-0000-7000-8000-00000000001${index}`,
            fingerprint,
          })),
        }),
      },
      two,
    );
    expect(await screen.findByText('1 of 3 accepted')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /^Accept in 2 places: / }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Accept this finding in 2 places?',
    });
    expect(dialog).toHaveTextContent('POST /orders, GET /orders/{id}');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Fine',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Accept' }),
    );

    expect(await screen.findByText('3 of 3 accepted')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Accept in / })).toBeNull();
    expect(screen.getByRole('button', { name: /^In 3 places/ })).toHaveFocus();
    expect(
      api.calls.filter(({ name }) => name === 'acceptFindings'),
    ).toMatchObject([
      {
        request: {
          params: { kind: 'api', namespace: 'default', name: 'orders' },
          body: {
            reason: 'Fine',
            until: null,
            fingerprints: others.map(({ fingerprint }) => fingerprint),
          },
          idempotencyKey: expect.any(String),
        },
      },
    ]);
  });

  it('takes back all places of a finding at once that are accepted, and says when that failed', async () => {
    const [inChange, ...others] = sharedFindings;
    const by = (who: 'change' | 'acceptance') =>
      ({ by: who, id: acceptance.id, link: '#' } as const);
    const findings = [
      { ...inChange, accepted: by('change') },
      ...others.map(finding => ({ ...finding, accepted: by('acceptance') })),
    ];
    let refusal: Error | undefined = new ServiceUnavailableError(
      'The database is away',
    );
    const api = open(
      {
        ...shared,
        diffRevisions: () => ({
          ...comparison,
          findings,
          findingCount: findings.length,
          from: first,
          to: third,
          changelog,
          sideBySide: null,
        }),
        revokeAcceptances: () => {
          if (refusal) throw refusal;
        },
      },
      two,
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: /^Accept no longer in 2 places: /,
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Accept this finding no longer in 2 places?',
    });
    expect(dialog).toHaveTextContent('POST /orders, GET /orders/{id}');
    const confirm = within(dialog).getByRole('button', {
      name: 'Accept no longer',
    });
    await userEvent.click(confirm);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The database is away',
    );

    refusal = undefined;
    await userEvent.click(confirm);
    expect(await screen.findByText('1 of 3 accepted')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Accept no longer in / }),
    ).toBeNull();
    expect(screen.getByRole('button', { name: /^In 3 places/ })).toHaveFocus();
    const calls = api.calls.filter(({ name }) => name === 'revokeAcceptances');
    expect(calls).toHaveLength(2);
    expect(calls[1]).toEqual(calls[0]);
    expect(calls[1]).toMatchObject({
      request: {
        params: { kind: 'api', namespace: 'default', name: 'orders' },
        body: { fingerprints: others.map(({ fingerprint }) => fingerprint) },
        idempotencyKey: expect.any(String),
      },
    });
  });

  it('lets an owner accept a finding with a reason, and take that back', async () => {
    const api = open(
      {
        acceptFinding: () => acceptance,
        revokeAcceptance: () => undefined,
      },
      two,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Accept' }),
    );
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Accept' });
    expect(confirm).toBeDisabled();
    const reason = within(dialog).getByRole('textbox', { name: /Reason/ });
    await waitFor(() => expect(reason).toHaveFocus());
    await userEvent.keyboard('Nobody asks for it');
    await userEvent.click(confirm);

    expect(await screen.findByText('Accepted by an owner')).toBeInTheDocument();
    const params = {
      kind: 'api',
      namespace: 'default',
      name: 'orders',
      fingerprint: acceptance.fingerprint,
    };
    expect(api.calls).toContainEqual({
      name: 'acceptFinding',
      request: { params, body: { reason: 'Nobody asks for it', until: null } },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const undo = screen.getByRole('button', { name: 'Accept no longer' });
    expect(undo).toHaveFocus();
    await userEvent.click(undo);
    await waitFor(() =>
      expect(screen.queryByText('Accepted by an owner')).toBeNull(),
    );
    expect(screen.getByRole('button', { name: 'Accept' })).toHaveFocus();
    expect(api.calls).toContainEqual({
      name: 'revokeAcceptance',
      request: { params },
    });
  });

  it('keeps what was typed when accepting fails', async () => {
    open(
      {
        acceptFinding: () => {
          throw new ServiceUnavailableError('The database is away');
        },
      },
      two,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Accept' }),
    );
    const dialog = await screen.findByRole('dialog');
    const reason = within(dialog).getByRole('textbox', { name: /Reason/ });
    await userEvent.type(reason, 'Fine');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Accept' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    expect(reason).toHaveValue('Fine');
  });

  it('lists what was accepted, and asks before it is so no longer', async () => {
    let items = [acceptance];
    open({
      listAcceptances: () => ({ items, nextCursor: null }),
      revokeAcceptance: () => {
        items = [];
      },
    });
    expect(await screen.findByText('Nobody asks for it')).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Accept no longer' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Accept no longer' }),
    );
    expect(await screen.findByText(/^Nothing is accepted/)).toBeInTheDocument();
  });

  it('says of which operation each of the places is that were accepted together', async () => {
    const items = ['GET /orders', 'POST /orders'].map(
      (operation, index): Acceptance => ({
        ...acceptance,
        id: `${acceptance.id.slice(0, -1)}${index}`,
        fingerprint: `${index}`.repeat(64),
        format: 'openapi',
        rule: 'response-required-property-removed',
        pointer: '/components/schemas/Order/properties/total',
        operation,
      }),
    );
    open({ listAcceptances: () => ({ items, nextCursor: null }) });
    expect(await screen.findByText(/^GET \/orders · /)).toBeInTheDocument();
    expect(screen.getByText(/^POST \/orders · /)).toBeInTheDocument();
  });

  it('leads from what was accepted to the page of its rule, where its format is known', async () => {
    const earlier = {
      ...acceptance,
      id: '019400d1-0000-7000-8000-0000000000ab',
      format: null,
      message: 'Accepted long ago',
    };
    open({
      listAcceptances: () => ({
        items: [acceptance, earlier],
        nextCursor: null,
      }),
    });
    const [known, unknown] = within(
      await screen.findByRole('list', { name: 'Accepted findings' }),
    ).getAllByRole('listitem');
    expect(
      within(known).getByRole('link', { name: /^graphql-field-removed/ }),
    ).toHaveAttribute(
      'href',
      'https://docs.example.com/graphql#graphql-field-removed',
    );
    expect(unknown).toHaveTextContent('graphql-field-removed');
    expect(
      within(unknown).queryByRole('link', { name: /^graphql-field-removed/ }),
    ).toBeNull();
  });

  it('says that a revision was not compared and why, and what is compared with instead', async () => {
    open(listing(notCompared));
    const [newest, before] = await screen.findAllByRole('listitem');
    expect(newest).toHaveTextContent(
      'Not comparedComparing took longer than 30 seconds.',
    );
    expect(before).not.toHaveTextContent('Not compared');
    expect(
      screen.getByText(/^Newer versions are compared with revision 2.0,/),
    ).toBeInTheDocument();
    // It would say that nothing changed.
    expect(
      screen.queryByRole('button', { name: 'What changed in revision 3.0' }),
    ).toBeNull();
  });

  it('says nothing of a baseline that is the newest revision', async () => {
    open();
    await screen.findAllByRole('listitem');
    expect(screen.queryByText(/^Newer versions are compared/)).toBeNull();
    expect(screen.queryByRole('button', { name: /as baseline/ })).toBeNull();
  });

  it('says that the baseline is an earlier one where it is not listed yet', async () => {
    open({
      listRevisions: () => ({ items: [notCompared], nextCursor: 'older' }),
    });
    expect(
      await screen.findByText(/^Newer versions are compared with an earlier/),
    ).toBeInTheDocument();
  });

  it('says that there is nothing to compare with while no revision could be compared', async () => {
    open({
      listRevisions: () => ({
        items: [{ ...notCompared, previousId: null }],
        nextCursor: null,
      }),
    });
    expect(
      await screen.findByText(/^There is nothing yet to compare/),
    ).toBeInTheDocument();
  });

  it('lets an owner set the newest revision as baseline, with a reason, once', async () => {
    let newest = notCompared;
    let answer = () => {};
    const answered = new Promise<void>(resolve => {
      answer = resolve;
    });
    const api = open({
      listRevisions: () => listing(newest).listRevisions(),
      setBaseline: async () => {
        await answered;
        newest = { ...notCompared, comparable: true };
        return newest;
      },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Set revision 3.0 as baseline',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', {
      name: 'Set as baseline',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      ' We compared it by hand ',
    );
    await userEvent.click(confirm);
    expect(confirm).toBeDisabled();
    const lists = () =>
      api.calls.filter(({ name }) => name === 'listRevisions').length;
    const before = lists();
    answer();

    expect(
      await screen.findByText(
        'From now on newer versions are compared with revision 3.0.',
      ),
    ).toBeInTheDocument();
    expect(api.calls).toContainEqual({
      name: 'setBaseline',
      request: {
        params: { kind: 'api', namespace: 'default', name: 'orders' },
        body: { revisionId: third.id, reason: 'We compared it by hand' },
      },
    });
    await waitFor(() => expect(lists()).toBeGreaterThan(before));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByText(/^Newer versions are compared/)).toBeNull();
    // That it was set does not mean that it was compared.
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent(
      'Not compared',
    );
  });

  it('says why a baseline could not be set, and keeps the reason', async () => {
    open({
      ...listing(notCompared),
      setBaseline: () => {
        throw new ConflictError('There is a newer revision');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Set revision 3.0 as baseline',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const reason = within(dialog).getByRole('textbox', { name: /Reason/ });
    await userEvent.type(reason, 'Fine');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Set as baseline' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'There is a newer revision',
    );
    expect(reason).toHaveValue('Fine');
  });

  it('offers no owner to set what cannot be read, and says why', async () => {
    open(listing(unreadable));
    expect(
      await screen.findByText(/Revision 3.0 cannot be set as the baseline/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /as baseline/ })).toBeNull();
  });

  it('tells readers what is compared with, and lets them set nothing', async () => {
    orders.relations[0].targetRef = 'group:default/team-orders';
    open(listing(notCompared));
    expect(
      await screen.findByText(
        /^Newer versions are compared with revision 2.0,/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /as baseline/ })).toBeNull();
    orders.relations[0].targetRef = 'user:default/alice';
  });

  it('offers nothing to do to whom the entity does not belong', async () => {
    orders.relations[0].targetRef = 'group:default/team-orders';
    open({}, two);
    await screen.findByText('Queries that ask for it fail.');
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Compare now' })).toBeNull();
    orders.relations[0].targetRef = 'user:default/alice';
  });
});
