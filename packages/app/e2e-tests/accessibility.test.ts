import { expect, Locator, Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { authorizationOf } from './authorizationOf';
import { findBarriers } from './findBarriers';
import { Person, signInAs } from './signIn';

/** Every page of ChangeGuard, who looks at it, and what is there once it is whole. */
const pages: readonly {
  name: string;
  person: Person;
  path: string;
  whole: (page: Page) => Locator;
}[] = [
  {
    name: 'the inbox',
    person: 'bob',
    path: '/changeguard',
    whole: page => page.getByRole('button', { name: 'Answer' }),
  },
  {
    name: 'the list',
    person: 'bob',
    path: '/changeguard/changes',
    whole: page => page.getByText(/\d of \d answered/),
  },
  {
    name: 'the notifications',
    person: 'bob',
    path: '/changeguard/notifications',
    whole: page => page.getByRole('list', { name: 'Notifications' }),
  },
  {
    name: 'the preferences',
    person: 'bob',
    path: '/changeguard/preferences',
    whole: page => page.getByRole('checkbox', { name: /Discussions/ }),
  },
  {
    name: 'the form',
    person: 'alice',
    path: '/changeguard/changes/new?entityRef=api:default/orders-api',
    whole: page => page.getByText(/^Announcing tells/),
  },
  {
    name: 'the revisions',
    person: 'alice',
    path: '/changeguard/compare/default/api/orders-api',
    whole: page => page.getByText('The first revision'),
  },
  {
    name: 'the tab of an entity',
    person: 'alice',
    path: '/catalog/default/api/orders-api/changeguard',
    whole: page => page.getByText('Changes to this'),
  },
  {
    name: 'the deliveries',
    person: 'dana',
    path: '/changeguard/deliveries?view=all',
    whole: page => page.getByRole('table', { name: 'Deliveries' }),
  },
  {
    name: 'the audit trail',
    person: 'dana',
    path: '/changeguard/audit',
    whole: page => page.getByRole('list', { name: 'Audit trail' }),
  },
];

const nothing = { light: [], dark: [] };

for (const person of ['alice', 'bob', 'dana'] as const) {
  test(`axe finds no barrier on the pages that ${person} uses`, async ({
    browser,
  }) => {
    const page = await signInAs(browser, person);
    for (const { name, path, whole } of pages.filter(
      one => one.person === person,
    )) {
      await page.goto(path);
      const barriers = await findBarriers(page, whole(page).first());
      expect.soft(barriers, name).toEqual(nothing);
    }
    await page.context().close();
  });
}

test('a phone has the box that selects all deliveries, and says what it is', async ({
  browser,
}) => {
  const page = await signInAs(browser, 'dana');
  await page.setViewportSize({ width: 360, height: 850 });
  await page.goto('/changeguard/deliveries?view=all');
  const words = 'Select everything shown that can be replayed';
  const barriers = await findBarriers(
    page,
    page.getByRole('checkbox', { name: words }),
  );
  expect.soft(barriers, 'the deliveries on a phone').toEqual(nothing);
  await page.getByText(words).scrollIntoViewIfNeeded();
  await expect(page.getByText(words)).toBeInViewport({ ratio: 1 });
  await page.context().close();
});

test('axe finds no barrier on a change and on what comparing shows', async ({
  browser,
}) => {
  const page = await signInAs(browser, 'alice');
  await page.goto('/changeguard/changes?view=mine');
  await page
    .getByRole('link', { name: 'Remove legacyId from orders' })
    .first()
    .click();
  const barriers = await findBarriers(
    page,
    page.getByRole('heading', { name: 'Consumers' }),
    () => page.getByText('Why is this breaking?').first().click(),
  );
  expect.soft(barriers, 'a change').toEqual(nothing);

  await page.goto('/changeguard/compare');
  await page
    .getByRole('textbox', { name: 'Before' })
    .fill('type Query { order: Int total: Int }');
  await page
    .getByRole('textbox', { name: 'After' })
    .fill('type Query { order: Int }');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  // Compared once: another theme draws the page anew, and what was found with it.
  const found = await findBarriers(
    page,
    page.getByText('This breaks somebody'),
  );
  expect.soft(found, 'a comparison').toEqual(nothing);
  await page.context().close();
});

test('axe finds no barrier where two revisions are compared', async ({
  browser,
}) => {
  const page = await signInAs(browser, 'alice');
  const definition = await readFile(
    join(
      __dirname,
      '../../backend/sample-organisation/definitions/orders.openapi.yaml',
    ),
    'utf8',
  );
  // An optional property of a schema that three operations answer with: it may break somebody, and makes no change.
  const without = definition.replace(/^ +customerNote:.*\n/m, '');
  expect(without).not.toBe(definition);
  const headers = { authorization: await authorizationOf(page) };
  // The last is what the others compare with again.
  for (const text of [definition, without, definition]) {
    const published = await page.request.post('/api/changeguard/revisions', {
      headers,
      data: { entityRef: 'api:default/orders-api', definition: text },
    });
    expect(published.ok()).toBe(true);
  }

  await page.goto('/changeguard/compare/default/api/orders-api');
  await page
    .getByRole('button', { name: /^Side by side/ })
    .nth(1)
    .click();
  const places = page.getByRole('button', { name: /^In 3 places/ });
  const barriers = await findBarriers(page, places, async () => {
    await places.click();
    await page.getByRole('button', { name: 'Next difference' }).click();
    await expect(page.locator('[data-looked]')).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Accept', exact: true }),
    ).toHaveCount(3);
  });
  expect.soft(barriers, 'two revisions').toEqual(nothing);
  await expect(
    page.getByRole('link', { name: /^response-optional-property-removed/ }),
  ).toHaveAttribute(
    'href',
    'https://docs.example.com/rules/openapi.md#response-optional-property-removed',
  );
  await page.context().close();
});
