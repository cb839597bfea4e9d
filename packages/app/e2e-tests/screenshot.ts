import { Page } from '@playwright/test';
import { join } from 'node:path';

/**
 * Keeps a picture of what is on the screen: beside the results, or in the folder that `CHANGEGUARD_SCREENSHOTS` names, which
 * is how the README's pictures are made.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder =
    process.env.CHANGEGUARD_SCREENSHOTS ??
    'node_modules/.cache/e2e-test-results/pictures';
  await page.screenshot({
    path: join(folder, `${name}.png`),
    animations: 'disabled',
  });
}
