import { expect, Locator, Page } from '@playwright/test';
import axe from 'axe-core';

/** The themes of the portal, as a browser asks for them. */
type Theme = 'light' | 'dark';

/** What keeps people from reading or using the part of a page that ChangeGuard draws, as axe finds it. */
async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // Colours on their way to others are neither. What never ends, such as a skeleton's pulse, is left alone.
    await Promise.all(
      document
        .getAnimations()
        .filter(
          ({ effect }) => effect?.getComputedTiming().iterations !== Infinity,
        )
        .map(animation => animation.finished.catch(() => undefined)),
    );
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    // The host draws header, tabs and sidebar; articles and sections are what it lets plugins fill.
    const { violations } = await loaded.run('article, section', {
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) =>
          `${id} at ${target.join(' ')}: ${html}\n${failureSummary}`,
      ),
    );
  });
}

/**
 * Barriers on the page that is open, in both themes.
 *
 * @param whole - Is there once the page is: another theme draws it anew.
 * @param unfold - Opens what is to be looked at, too, which is closed then.
 */
export async function findBarriers(
  page: Page,
  whole: Locator,
  unfold: () => Promise<void> = async () => {},
): Promise<Record<Theme, string[]>> {
  const found: Record<Theme, string[]> = { light: [], dark: [] };
  // Before it is, the portal does not hear that another theme is asked for.
  await expect(whole).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      theme,
    );
    await expect(whole).toBeVisible();
    await unfold();
    found[theme] = await barriersOf(page);
  }
  return found;
}
