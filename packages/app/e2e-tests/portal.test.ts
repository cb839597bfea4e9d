import { expect, Page, test } from '@playwright/test';
import { authorizationOf } from './authorizationOf';
import { signIn, signInAs } from './signIn';

/** Asks the portal's permission policy with the token that the page uses itself. */
async function mayDo(page: Page, permission: string): Promise<boolean> {
  const authorization = await authorizationOf(page);
  const answer = await page.request.post('/api/permission/authorize', {
    headers: { authorization },
    data: {
      items: [
        {
          id: '1',
          permission: { type: 'basic', name: permission, attributes: {} },
        },
      ],
    },
  });
  const { items } = (await answer.json()) as { items: { result: string }[] };
  return items[0].result === 'ALLOW';
}

test('nobody gets in without signing in', async ({ page, request }) => {
  await page.goto('/catalog');
  await expect(
    page.getByText('Sign in with your company account'),
  ).toBeVisible();

  const answer = await request.get('/api/catalog/entities');
  expect(answer.status()).toBe(401);
});

test('Alice signs in and sees what her team owns', async ({ browser }) => {
  const page = await signInAs(browser, 'alice');
  await expect(page.getByText('Your Starred Entities')).toBeVisible();

  await page.goto('/catalog');
  await expect(
    page.getByRole('link', { name: 'Orders service' }),
  ).toBeVisible();
  await page.goto('/catalog/default/api/orders-api');
  await expect(
    page.getByRole('link', { name: 'Checkout' }).first(),
  ).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Orders API' })).toBeVisible();
  await page.context().close();
});

test('signing in leads back to the page one wanted', async ({ page }) => {
  await signIn(page, 'bob', '/catalog/default/component/checkout-web');
  await expect(page).toHaveURL(/\/catalog\/default\/component\/checkout-web/);
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible();
});

test('definitions show that others publish', async ({ browser }) => {
  const page = await signInAs(browser, 'bob');

  await page.goto('/catalog/default/api/portal-catalog-api/definition');
  await expect(page.getByText('/entities/by-query').first()).toBeVisible();

  await page.goto('/catalog/default/api/message-broker/definition');
  await expect(page.getByText('google.pubsub.v1').first()).toBeVisible();
  await page.context().close();
});

test('only Dana, who operates the portal, may read the audit trail', async ({
  browser,
}) => {
  const alice = await signInAs(browser, 'alice');
  expect(await mayDo(alice, 'changeguard.audit.read')).toBe(false);
  expect(await mayDo(alice, 'changeguard.deliveries.manage')).toBe(false);
  expect(await mayDo(alice, 'changeguard.comment.create')).toBe(true);
  await alice.context().close();

  const dana = await signInAs(browser, 'dana');
  expect(await mayDo(dana, 'changeguard.audit.read')).toBe(true);
  expect(await mayDo(dana, 'changeguard.deliveries.manage')).toBe(true);
  await dana.context().close();
});
