import { expect, Page, test } from '@playwright/test';
import { mailTo } from './mailbox';
import { screenshot } from './screenshot';
import { signInAs } from './signIn';

const title = 'Remove column orders.legacy_id';
const comment = 'Checkout still reads it for refunds. Two weeks?';

/** As a date field takes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function openNotifications(page: Page) {
  await page.goto('/changeguard/notifications');
  await expect(
    page.getByRole('heading', { name: 'ChangeGuard' }).first(),
  ).toBeVisible();
}

test('Alice removes a column; Bob hears of it, answers, and sees it resolved; Carol is left in peace', async ({
  browser,
}) => {
  // Mails tell the second, not its parts.
  const began = new Date(Math.floor(Date.now() / 1_000) * 1_000);
  const alice = await signInAs(browser, 'alice');
  const bob = await signInAs(browser, 'bob');
  const carol = await signInAs(browser, 'carol');
  await openNotifications(bob);
  await openNotifications(carol);

  await test.step('Alice records it from the tab of the API that serves the column', async () => {
    await alice.goto('/catalog/default/api/orders-api');
    await alice
      .locator('a[href="/catalog/default/api/orders-api/changeguard"]')
      .click();
    await alice.getByRole('button', { name: 'Record a change' }).click();
    await alice.getByRole('textbox', { name: 'Title' }).fill(title);
    await alice
      .getByLabel('Why', { exact: true })
      .fill('Nothing writes `legacy_id` since the **2024** migration.');
    await alice.getByRole('button', { name: 'Add a finding' }).click();
    await alice
      .getByRole('textbox', { name: 'What breaks' })
      .fill('The field legacyId is gone');
    await alice
      .getByRole('textbox', { name: 'Where' })
      .fill('/orders/{id}.legacyId');
    await alice
      .getByRole('textbox', { name: 'Before' })
      .fill('legacyId: string');
    await alice
      .getByRole('textbox', { name: 'Migration guide' })
      .fill('1. Read `number` instead.\n2. Drop `legacyId` from your models.');
    await alice.getByLabel('Takes effect on').fill(inDays(21));
    await expect(
      alice.getByText(/Announcing tells .* in .* teams?\./),
    ).toBeVisible();
    await alice.getByRole('button', { name: 'Announce…' }).click();
    await alice
      .getByRole('dialog')
      .getByRole('button', { name: 'Announce' })
      .click();
    await expect(alice.getByRole('heading', { name: title })).toBeVisible();
  });

  await test.step('Bob sees the notification without reloading, and has a mail', async () => {
    await expect(bob.getByText(title).first()).toBeVisible();
    const mail = await mailTo('bob@example.com', title, began);
    expect(mail.text).toContain('/changeguard/changes/');
    expect(mail.headers['list-unsubscribe']).toBeTruthy();
  });

  await test.step('Bob comments and answers; Alice sees both without reloading', async () => {
    await bob.getByRole('link', { name: title }).first().click();
    await expect(bob.getByText('legacyId: string')).toBeVisible();
    await bob.getByRole('textbox', { name: 'Write a comment' }).fill(comment);
    await bob.getByRole('button', { name: 'Comment', exact: true }).click();
    await bob
      .getByRole('button', { name: 'Answer', exact: true })
      .first()
      .click();
    await bob.getByRole('menuitem', { name: /Migrating/ }).click();
    await bob.getByRole('button', { name: 'Send answer' }).click();
    await expect(bob.getByText('Migrating').first()).toBeVisible();

    const waiting = alice.getByRole('button', { name: /new comment/ });
    const shown = alice.getByText(comment);
    await expect(waiting.or(shown).first()).toBeVisible();
    if (await waiting.isVisible()) await waiting.click();
    await expect(shown).toBeVisible();
    await expect(alice.getByText('Migrating').first()).toBeVisible();
    // The portal's own toasts go by themselves; they would cover half of the picture.
    await expect(alice.getByText(/is migrating for/)).toBeHidden({
      timeout: 30_000,
    });
    await screenshot(alice, 'change-page');
  });

  await test.step('Alice resolves it', async () => {
    await alice.getByRole('button', { name: /Change the status/ }).click();
    await alice.getByRole('menuitem', { name: /Resolve/ }).click();
    const dialog = alice.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Everybody has moved.');
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await expect(
      alice.getByRole('button', { name: /Change the status, now Resolved/ }),
    ).toBeVisible();
  });

  await test.step('Bob’s notification says that it is resolved', async () => {
    await openNotifications(bob);
    const told = bob.getByRole('listitem').filter({ hasText: title });
    await expect(told.getByText('Resolved').first()).toBeVisible();
    await bob.goto('/notifications');
    await expect(bob.getByText(title).first()).toBeVisible();
  });

  await test.step('Carol sees none of it among her notifications', async () => {
    await expect(carol.getByText(title)).toHaveCount(0);
    await carol.reload();
    await expect(
      carol.getByRole('heading', { name: 'ChangeGuard' }).first(),
    ).toBeVisible();
    await expect(carol.getByText(title)).toHaveCount(0);
    await carol.goto('/notifications');
    await expect(carol.getByText(title)).toHaveCount(0);
  });

  await test.step('the history lists all of it in order', async () => {
    const history = alice.getByRole('region', { name: 'History' });
    await alice.getByRole('button', { name: /History/ }).click();
    await expect(history.getByText('resolved it')).toBeVisible();
    const lines = await history.getByRole('listitem').allInnerTexts();
    const order = [
      /Alice Moreau.*announced this change/s,
      /found out who is affected/,
      /Bob Lindqvist.*commented/s,
      /Bob Lindqvist.*answered for.*Checkout/s,
      /Alice Moreau.*resolved it/s,
    ].map(words => lines.findIndex(line => words.test(line)));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  await alice.goto('/catalog/default/api/orders-api/changeguard');
  await expect(alice.getByText('Changes to this').first()).toBeVisible();
  await screenshot(alice, 'entity-tab');
  for (const page of [alice, bob, carol]) await page.context().close();
});
