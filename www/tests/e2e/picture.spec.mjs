// @ts-check
import { test as plain } from '@playwright/test';
import { isRare } from '../../js/picture.js';
import { expect, open, test } from './support.mjs';

const BOARD = 'figure[data-view="s2-deadline-board"]';
const LACKING = 'این صفحه نمودار خواسته‌شده را ندارد';

/** The modules that a page asks for. @param {import('@playwright/test').Page} page */
function cores(page) {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => { if (request.url().endsWith('.wasm')) asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''); });
  return asked;
}

test('what a page takes for rare is what the reader does not draw', async ({ page }) => {
  await page.goto('/embed.html?view=s2-rural-share');
  const { views, lacking } = await page.evaluate(async (note) => {
    const url = (/** @type {string} */ path) => new URL(path, document.baseURI);
    const { default: init, Workspace } = await import(url('pkg/hamyar.js').href);
    await init();
    const pack = async (/** @type {string} */ folder) => new Uint8Array(await (await fetch(url(`${folder}/package.bin`))).arrayBuffer());
    const data = Workspace.open(await pack('data/gallery'));
    const gallery = await (await fetch(url('views/gallery.json'))).json();
    const views = Object.values(/** @type {Record<string, any>} */ (gallery.views)).filter((view) => view.data === 'gallery');
    const lacking = views.map((view) => {
      const chart = data.chart(view, { width: 600, lang: 'fa' });
      const has = chart.parts().notes.some((/** @type {string} */ one) => one.includes(note));
      chart.free();
      return has;
    });
    return { views, lacking };
  }, LACKING);
  expect(new Set(views.map((view) => view.mark)).size, 'every mark of the gallery').toBeGreaterThan(12);
  expect(views.map((view) => isRare(view))).toEqual(lacking);
  expect(lacking.filter(Boolean).length).toBeGreaterThan(7);
});

test('a page draws with the reader, and a rare picture with the core of pictures once it comes near', async ({ page }) => {
  const asked = cores(page);
  await page.setViewportSize({ width: 1280, height: 600 });
  await open(page, 's2');
  await expect(page.locator(BOARD)).toHaveAttribute('data-state', 'loading');
  expect(asked).toEqual(['hamyar_bg.wasm']);
  await page.locator(BOARD).scrollIntoViewIfNeeded();
  await expect(page.locator(BOARD)).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  expect(asked).toEqual(['hamyar_bg.wasm', 'hamyar_pictures_bg.wasm']);
  await expect(page.locator(`${BOARD} canvas[tabindex]`)).toHaveAttribute('aria-label', /خط زمان مهلت‌ها/);
  await expect(page.locator(`${BOARD} .figure-notes`)).not.toContainText(LACKING);
  await page.locator('[data-set-lang="en"]').first().click();
  await expect(page.locator(`${BOARD} canvas[tabindex]`)).toHaveAttribute('aria-label', /Timeline of deadlines/);
});

test('charts of both cores filter one another', async ({ page }) => {
  await open(page, 's2', { lang: 'en' });
  await page.locator(BOARD).scrollIntoViewIfNeeded();
  await expect(page.locator(BOARD)).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  const rates = page.locator('figure[data-view="s2-field-completeness"]');
  await rates.locator('canvas[tabindex]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').locator('[data-steer="area-page"]').click();
  await expect(page.locator(`${BOARD} .narrow-chip`)).toHaveText(/^Only Example province \d/);
  await page.locator(`${BOARD} [data-action="table"]`).click();
  await expect(page.locator(`${BOARD} tbody tr`), 'its two orders').toHaveCount(2);
});

plain('without the core of pictures bars stand in place of the picture, and say so', async ({ page }) => {
  await page.route('**/hamyar_pictures_bg.wasm', (route) => route.abort());
  await open(page, 's2');
  await page.locator(BOARD).scrollIntoViewIfNeeded();
  await expect(page.locator(BOARD)).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  await expect(page.locator(`${BOARD} .figure-notes`)).toContainText(LACKING);
});

test('paper does not wait for a picture that nobody came near', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await open(page, 's2');
  await expect(page.locator(BOARD)).toHaveAttribute('data-state', 'loading');
  await page.pdf();
  await expect(page.locator(BOARD)).toHaveAttribute('data-state', 'ready');
  await expect(page.locator(`${BOARD} .figure-notes`)).toContainText(LACKING);
});

test('an element loads the core that draws its view, and no other', async ({ page }) => {
  const asked = cores(page);
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  await expect(chart.locator('figure[data-state="ready"]')).toBeVisible({ timeout: 20_000 });
  expect(asked).toEqual(['hamyar_bg.wasm']);
  await chart.evaluate((element) => {
    element.setAttribute('view', JSON.stringify({
      query: { measure: 'population_total', areas: { level: 'province' }, periods: ['1390', '1395'], by: ['area', 'period'] }, mark: 'slope',
    }));
  });
  await expect(chart.locator('figure[data-view="custom"] canvas[tabindex]')).toHaveAttribute('aria-label', /نمودار شیب/, { timeout: 20_000 });
  expect(asked).toEqual(['hamyar_bg.wasm', 'hamyar_pictures_bg.wasm']);
});
