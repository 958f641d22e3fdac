// @ts-check
import { test as plain } from '@playwright/test';
import { ORIGIN, visitOnce } from '../host/stopped.mjs';
import { EMBEDDED, PAGES, comeNear, expect, open, test } from './support.mjs';

for (const one of [test, plain]) one.use({ baseURL: ORIGIN, serviceWorkers: 'allow' });

test('row 20: after the overview alone, every page and the frame work with the server stopped, in both languages', async ({ page }) => {
  test.setTimeout(120_000);
  await visitOnce(page);
  for (const lang of /** @type {const} */ (['fa', 'en'])) {
    // What puts a chart on a page of somebody else needs a network: the next test.
    for (const name of PAGES.filter((one) => one !== 'builder')) {
      await open(page, name, { lang });
      await isWhole(page, name);
    }
    for (const view of EMBEDDED) {
      await open(page, 'embed', { lang, query: `&view=${view}` });
      await isWhole(page, view);
      await expect(page.locator(`figure[data-view="${view}"]`)).toBeVisible();
    }
  }
});

plain('with the server stopped the builder of snippets says what it needs', async ({ page }) => {
  await visitOnce(page);
  await open(page, 'builder');
  await expect(page.locator('[data-builder] [role="alert"]')).toContainText('اینترنت را بیازمایید');
});

/** @param {import('@playwright/test').Page} page @param {string} name */
async function isWhole(page, name) {
  await expect(page.locator('html')).not.toHaveAttribute('data-failed', /.*/);
  await expect(page.locator('[data-missing]'), name).toHaveCount(0);
  await comeNear(page);
  const states = await page.locator('figure[data-view]').evaluateAll((all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.state));
  for (const state of states) expect(state, name).toBe('ready');
  // Only the desk build can rank; a reader's page fetches it when the ranking comes near.
  const ranking = page.locator('[data-ranking]');
  if (await ranking.count() === 0) return;
  await ranking.scrollIntoViewIfNeeded();
  await expect(ranking).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
}
