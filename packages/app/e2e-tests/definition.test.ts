import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signInAs } from './signIn';

const orders = join(
  __dirname,
  '../../backend/sample-organisation/definitions/orders.openapi.yaml',
);

test('Alice gives the new definition, and what it breaks is filled in', async ({
  browser,
}) => {
  const alice = await signInAs(browser, 'alice');
  const definition = await readFile(orders, 'utf8');
  const without = definition.replace(/^ +legacyId:\n(?: {10,}.*\n)+/m, '');
  expect(without).not.toBe(definition);

  // What is compared with: the sweep of a portal that has just started may still be under way.
  await alice.goto('/changeguard/compare/default/api/orders-api');
  await alice.getByRole('button', { name: 'Compare now' }).click();
  await expect(alice.getByText('The first revision')).toBeVisible();

  await alice.goto('/changeguard');
  await alice.getByRole('button', { name: 'Record a change' }).click();
  await alice.getByRole('textbox', { name: 'Entity' }).fill('orders-api');
  await alice.getByRole('option', { name: /orders-api/ }).click();
  await alice
    .getByRole('button', { name: 'Fill in from the new definition' })
    .click();
  const field = alice.getByRole('textbox', { name: 'New definition' });

  await test.step('what is no definition is refused with the line to blame', async () => {
    await field.fill('openapi: 3.1.0\ninfo: [');
    await alice.getByRole('button', { name: 'Find what breaks' }).click();
    await expect(
      alice.getByText('The definition after could not be read'),
    ).toBeVisible();
  });

  await test.step('a file fills the field, and a reload keeps it', async () => {
    await alice.locator('input[type=file]').setInputFiles({
      name: 'orders.openapi.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(without),
    });
    await expect(field).toHaveValue(without);
    await alice.reload();
    await expect(field).toHaveValue(without);
  });

  await test.step('its findings become rows of the form', async () => {
    await alice.getByRole('button', { name: 'Find what breaks' }).click();
    await alice.getByRole('button', { name: 'Add the findings' }).click();
    // Three operations answer with orders: it is told once.
    await alice
      .getByRole('button', { name: /^In 3 places: .*legacyId/ })
      .click();
    const messages = alice.getByRole('textbox', { name: 'What breaks' });
    await expect(messages).toHaveCount(3);
    await expect(messages.first()).toHaveValue(/legacyId/);
  });
  await alice.context().close();
});
