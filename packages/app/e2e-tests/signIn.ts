import { Browser, expect, Page } from '@playwright/test';

/** People of the sample organisation that tests sign in as. */
export const people = {
  alice: 'Alice Moreau',
  bob: 'Bob Lindqvist',
  carol: 'Carol Nakamura',
  dana: 'Dana Okafor',
} as const;

/** The name of a User entity of the sample organisation. */
export type Person = keyof typeof people;

/**
 * Signs somebody in through the whole OpenID Connect flow, in a browser context of their own, and leaves them on the
 * home page. Close `page.context()` when done.
 */
export async function signInAs(
  browser: Browser,
  person: Person,
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, person);
  return page;
}

/** The same in a page one has, which must not be signed in. Ends where the page was going to. */
export async function signIn(
  page: Page,
  person: Person,
  path = '/',
): Promise<void> {
  await page.goto(path);
  const portal = new URL(page.url()).origin;
  await page.getByRole('button', { name: 'Sign In' }).click();

  // The identity provider's page: one button per person.
  await page.waitForURL(url => url.origin !== portal);
  await page.getByRole('button', { name: people[person] }).click();

  await page.waitForURL(url => url.origin === portal);
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
}
