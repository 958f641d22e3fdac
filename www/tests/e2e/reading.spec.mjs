// @ts-check
import { expect, fileOf, latin, open, test } from './support.mjs';

/**
 * One full reading task, without a mouse: find Yazd on the map of the overview, hear its value, check where it is
 * from, find the same in the table, and take the file home.
 */
const VIEW = 'figure[data-view="overview-rural-map"]';

/** Tab until something has the focus; the presses it took. @param {import('@playwright/test').Page} page @param {string} selector @param {number} most */
async function tabTo(page, selector, most) {
  for (let presses = 1; presses <= most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((found) => document.activeElement?.matches(found), selector)) return presses;
  }
  throw new Error(`${selector} is not reached by ${most} presses of Tab`);
}

/** The number in a text. @param {string | null} text */
const numberIn = (text) => Number(/\d+(?:[.٫]\d+)?/.exec(latin(text))?.[0].replace('٫', '.'));

test('by keys alone', async ({ page }) => {
  await open(page, 'index', { lang: 'en' });
  await tabTo(page, `${VIEW} canvas`, 60);
  await page.keyboard.type('yazd');
  const status = page.locator('#status');
  await expect(status).toContainText('Yazd');
  const value = numberIn((await status.textContent() ?? '').replace(/^[^:]*:/, ''));
  expect(value).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  await expect(card).toContainText('Yazd');
  await expect(card.locator('dl').first()).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(page.locator(`${VIEW} canvas`)).toBeFocused();
  await tabTo(page, `${VIEW} [data-action="table"]`, 12);
  await page.keyboard.press('Enter');
  const row = page.locator(`${VIEW} tbody tr`, { hasText: 'Yazd' });
  expect(numberIn(await row.locator('.number').first().textContent())).toBe(value);
  await tabTo(page, `${VIEW} [data-action="download"]`, 12);
  await page.keyboard.press('Enter');
  const [download] = await Promise.all([page.waitForEvent('download'), tabTo(page, `${VIEW} .menu-items button`, 2).then(() => page.keyboard.press('Enter'))]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

test('by touch alone', async ({ browser, baseURL }) => {
  test.setTimeout(60_000);
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await open(page, 'index');
  const figure = page.locator(VIEW);
  const canvas = figure.locator('[data-part="plot"] canvas');
  await canvas.scrollIntoViewIfNeeded();
  const tooltip = figure.getByRole('tooltip');
  const { width } = /** @type {{width: number}} */ (await canvas.boundingBox());
  // Seven tiles stand beside one another, nearly square; that of Yazd is the fifth of the fourth row.
  const tried = [];
  for (const down of [3.5, 3.8, 4.1, 3.2, 4.4]) {
    await canvas.tap({ position: { x: (4.5 * width) / 7, y: (down * width) / 7 } });
    await expect(tooltip).toBeVisible();
    tried.push(await tooltip.locator('.tooltip-heading').textContent());
    if (tried.at(-1)?.includes('یزد')) break;
  }
  await expect(tooltip, tried.join(' ')).toContainText('یزد');
  const value = numberIn(await tooltip.locator('.tooltip-value').textContent());
  const at = await tooltip.evaluate((element) => { const inner = element.getBoundingClientRect(); return { x: inner.x, y: inner.y }; });
  expect(at.x).toBeGreaterThanOrEqual(0);
  await figure.locator('[data-action="table"]').tap();
  const row = figure.locator('tbody tr', { hasText: 'یزد' });
  expect(numberIn(await row.locator('.number').first().textContent())).toBe(value);
  await row.locator('[data-action="source"]').first().tap();
  const card = page.getByRole('dialog');
  await expect(card).toContainText('یزد');
  await card.locator('header button').tap();
  await expect(card).toHaveCount(0);
  const file = await fileOf(page, figure, 'جدول (CSV)');
  expect(file.name).toMatch(/\.csv$/);
  expect(latin(file.bytes.toString('utf8'))).toContain(String(value));
  await context.close();
});
