// @ts-check
import { Selection, narrowed } from '../../js/figure/selection.js';
import { checkAccessibility, expect, expectToFit, latin, open, test } from './support.mjs';

/** @param {import('@playwright/test').Page} page @param {string} view */
const figureOf = (page, view) => page.locator(`figure[data-view="${view}"]`);

/** @param {import('@playwright/test').Locator} figure */
async function openControls(figure) {
  await figure.locator('[data-action="narrow"]').click();
  await expect(figure.locator('[data-part="narrow"]')).toBeVisible();
  return (/** @type {string} */ name) => figure.locator(`[data-steer="${name}"]`);
}

/** The texts of a column of the table. @param {import('@playwright/test').Locator} figure @param {number} column */
async function told(figure, column) {
  await figure.locator('[data-action="table"]').click();
  const texts = await figure.locator(`tbody tr > :nth-child(${column + 1})`).allTextContents();
  await figure.locator('[data-action="chart"]').click();
  return texts.map((text) => latin(text).trim());
}

test('a chart is filtered by the choices of all others and not by its own', () => {
  const selection = new Selection();
  const [map, line, bars] = [{}, {}, {}];
  selection.choose(map, { within: '23', named: [{ id: '23', name: 'Tehran' }] });
  selection.choose(line, { during: '1395/1398', named: [{ id: '1395', name: '1395' }, { id: '1398', name: '1398' }] });
  const view = { query: { measure: 'jobs', areas: { level: 'province', within: 'IR' } }, mark: 'tile_map', title: { fa: '', en: '' } };
  const of = (/** @type {object} */ source) => narrowed(view, selection.of(source).map(([, clause]) => clause)).query;
  expect([of(map).areas.within, of(map).during]).toEqual([['IR'], ['1395/1398']]);
  expect([of(line).areas.within, of(line).during]).toEqual([['IR', '23'], []]);
  expect([of(bars).areas.within, of(bars).during]).toEqual([['IR', '23'], ['1395/1398']]);
  selection.clear(map);
  selection.clear(line);
  expect(narrowed(view, selection.of(bars))).toBe(view);
});

test('a chart of figures that are named one by one offers nothing to narrow', async ({ page }) => {
  await open(page, 's4');
  await expect(figureOf(page, 's4-paid-planned').locator('[data-action="download"]')).toBeVisible();
  await expect(figureOf(page, 's4-paid-planned').locator('[data-action="narrow"]')).toHaveCount(0);
  await expect(figureOf(page, 's4-loan-stock').locator('[data-action="narrow"]')).toHaveCount(1);
});

test('time is narrowed by fields, buttons and a drag, and the whole comes back', async ({ page }) => {
  test.setTimeout(60_000);
  await open(page, 'gallery', { lang: 'en' });
  const figure = figureOf(page, 'gallery-line-months');
  const whole = await told(figure, 0);
  const control = await openControls(figure);
  await control('from').focus();
  await control('from').selectOption({ index: 12 });
  await expect(control('from')).toBeFocused();
  const later = await told(figure, 0);
  expect(later).toEqual(whole.slice(12));
  await expect(page.locator('#status')).not.toBeEmpty();
  await control('nearer').click();
  const near = await told(figure, 0);
  expect(near.length).toBeLessThan(later.length);
  expect(near.length).toBeGreaterThan(2);
  expect(whole.join()).toContain(near.join());
  await control('earlier').click();
  expect((await told(figure, 0)).length).toBe(near.length);
  await control('farther').click();
  expect((await told(figure, 0)).length).toBeGreaterThan(near.length);
  await checkAccessibility(page, 'figure[data-view="gallery-line-months"]');
  await figure.locator('.narrow-chip').click();
  expect(await told(figure, 0)).toEqual(whole);
  await expect(figure.locator('[data-part="state"]')).toBeHidden();

  const canvas = figure.locator('[data-part="plot"] canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = /** @type {{x: number, y: number, width: number, height: number}} */ (await canvas.boundingBox());
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  await expect(async () => {
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
    await expect(figure.locator('.brush')).toBeVisible({ timeout: 100 });
  }).toPass();
  await page.mouse.up();
  await expect(figure.locator('.narrow-chip')).toHaveCount(1);
  const part = await told(figure, 0);
  expect(part.length).toBeGreaterThan(2);
  expect(part.length).toBeLessThan(whole.length / 2);
  expect(whole.join()).toContain(part.join());
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('lines are left out one by one, by keys, and one always stays', async ({ page }) => {
  await open(page, 'gallery', { lang: 'en' });
  const figure = figureOf(page, 'gallery-line-gaps');
  const control = await openControls(figure);
  const lines = figure.locator('.narrow-line input');
  const count = await lines.count();
  expect(count).toBeGreaterThan(1);
  const rows = (await told(figure, 0)).length;
  await control('line-0').focus();
  await page.keyboard.press('Space');
  await expect(control('line-0')).not.toBeChecked();
  await expect(control('line-0')).toBeFocused();
  expect((await told(figure, 0)).length).toBeLessThan(rows);
  await expect(figure.locator('.figure-notes')).toContainText('Lines left out');
  for (let line = 1; line < count - 1; line += 1) await control(`line-${line}`).press('Space');
  await expect(control(`line-${count - 1}`)).toBeDisabled();
  await figure.locator('.narrow-chip').press('Enter');
  expect((await told(figure, 0)).length).toBe(rows);
});

test('a line that is left out stays out beside other choices, in both languages, and focus stays in the controls', async ({ page }) => {
  await open(page, 'gallery', { lang: 'en' });
  const figure = figureOf(page, 'gallery-line-gaps');
  const control = await openControls(figure);
  await expect(control('from'), 'the first control').toBeFocused();
  await control('line-0').press('Space');
  await control('first').selectOption({ index: 1 });
  await control('second').selectOption({ index: 2 });
  await control('compare').press('Enter');
  const places = new Set(await told(figure, 0));
  expect(places.size).toBe(2);
  await page.locator('[data-set-lang="fa"]').first().click();
  expect(new Set(await told(figure, 0)).size).toBe(2);
  await expect(control('line-0')).not.toBeChecked();
  await expect(control('line-1')).toBeChecked();
  await control('later').focus();
  await expect(control('later')).toBeDisabled();
  await control('nearer').focus();
  for (let press = 0; press < 12 && await control('nearer').isEnabled(); press += 1) await control('nearer').press('Enter');
  await expect(control('from'), 'a button that is of no more use hands the focus on').toBeFocused();
});

test('what is chosen at a chart that leaves the page is chosen no more', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  const view = JSON.stringify({ query: { measure: 'population_total', by: ['area'], areas: { level: 'province' }, periods: ['1395'] }, mark: 'bar' });
  await page.evaluate((json) => {
    const made = [1, 2].map(() => Object.assign(document.createElement('hamyar-chart'), { lang: 'en' }));
    for (const one of made) one.setAttribute('view', json);
    document.body.replaceChildren(...made);
  }, view);
  const charts = page.locator('hamyar-chart');
  await expect(charts.locator('figure[data-state="ready"]')).toHaveCount(2);
  const first = charts.nth(0).locator('figure');
  await first.locator('[data-action="narrow"]').click();
  await first.locator('[data-steer="first"]').selectOption({ label: 'Yazd' });
  await first.locator('[data-steer="area-page"]').focus();
  await page.keyboard.press('Enter');
  await expect(first.locator('[data-steer="area-page"]'), 'focus stays inside the shadow').toBeFocused();
  const second = charts.nth(1).locator('figure');
  expect(await told(second, 0)).toEqual(['Yazd']);
  // Another theme makes the chart anew, and with it all is as it was.
  await charts.nth(0).evaluate((element) => element.setAttribute('theme', 'dark'));
  await expect.poll(async () => (await told(second, 0)).length).toBe(31);
  expect((await told(first, 0)).length).toBe(31);
});

test('from the country to a province, its counties and back, by touch alone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await open(page, 'index');
  const figure = figureOf(page, 'overview-rural-map');
  await figure.locator('[data-action="narrow"]').tap();
  await figure.locator('[data-steer="first"]').selectOption({ label: 'تهران' });
  await figure.locator('[data-steer="inside"]').tap();
  await expect(figure.locator('.narrow-chip')).toHaveText(/درون تهران/);
  await expect(figure).toHaveAttribute('data-state', 'ready');
  expect((await told(figure, 0)).length).toBeGreaterThan(5);
  await expectToFit(page);
  await figure.locator('.narrow-chip').tap();
  expect((await told(figure, 0)).length).toBe(31);
  await context.close();
});

test('two areas are set beside one another', async ({ page }) => {
  await open(page, 'explore', { lang: 'en' });
  const figure = figureOf(page, 'population');
  const control = await openControls(figure);
  await control('first').selectOption({ label: 'Yazd' });
  await control('second').selectOption({ label: 'Qom' });
  await control('compare').click();
  expect((await told(figure, 0)).sort()).toEqual(['Qom', 'Yazd']);
  await expect(figure.locator('.narrow-chip')).toHaveText(/Yazd beside Qom/);
  await checkAccessibility(page, 'figure[data-view="population"]');
});

test('a place chosen at one chart filters the others, which say so in both languages and let it go', async ({ page }) => {
  await open(page, 'index', { lang: 'en' });
  const map = figureOf(page, 'overview-rural-map');
  const growth = figureOf(page, 'population-growth');
  const national = figureOf(page, 'national-unemployment-survey');
  const before = [await told(map, 0), await told(growth, 0), await told(national, 0)];
  const canvas = map.locator('[data-part="plot"] canvas');
  await canvas.focus();
  await page.keyboard.press('Enter');
  const place = (await page.getByRole('dialog').locator('[data-steer="area-page"]').textContent() ?? '').replace(/^Only (.*) on all charts$/, '$1');
  await checkAccessibility(page);
  await page.getByRole('dialog').locator('[data-steer="area-page"]').click();
  expect(await told(growth, 0)).toEqual([place]);
  await expect(growth.locator('[data-part="subtitle"]'), 'a change is still called one').toContainText('Change between the censuses');
  expect(await told(map, 0), 'its own choice does not filter it').toEqual(before[0]);
  expect(await told(national, 0), 'a chart without that place stays whole').toEqual(before[2]);
  await expect(national.locator('.narrow-chip')).toHaveText(new RegExp(`Not filtered by ${place}`));
  await page.locator('[data-set-lang="fa"]').first().click();
  await expect(growth.locator('.narrow-chip')).toHaveText(/^تنها .*×$/);
  await expect(map.locator('.narrow-chip')).toHaveText(/^نمودارهای دیگر: تنها /);
  await growth.locator('.narrow-chip').click();
  await page.locator('[data-set-lang="en"]').first().click();
  expect([await told(map, 0), await told(growth, 0), await told(national, 0)]).toEqual(before);
});
