import { Page } from '@playwright/test';

/** What the page itself sends to the backend to say who is signed in. */
export async function authorizationOf(page: Page): Promise<string> {
  const asked = page.waitForRequest(request =>
    Boolean(request.headers().authorization?.startsWith('Bearer ')),
  );
  await page.goto('/catalog');
  return (await asked).headers().authorization;
}
