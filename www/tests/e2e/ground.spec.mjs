// @ts-check
import { checkAccessibility, expect, expectToFit, open, test } from './support.mjs';

/** A square of one degree. @param {number} west @param {number} south */
const square = (west, south) => [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]];

/** @param {[string, number[][]][]} shapes names and rings */
const geojson = (shapes) => JSON.stringify({
  type: 'FeatureCollection', features: shapes.map(([NAME, ring]) => ({ type: 'Feature', properties: { NAME }, geometry: { type: 'Polygon', coordinates: [ring] } })),
});

/** @param {import('@playwright/test').Page} page @param {string} text */
const give = (page, text) => page.setInputFiles('#explore-ground', { name: 'made-up.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) });

for (const [lang, none, some, unknown] of /** @type {const} */ ([
  ['fa', 'مرز این ناحیه‌ها در دست نیست', '۲ استان از فهرست', 'ناشناخته در پرونده: هیچستان'],
  ['en', 'boundaries of these areas are not at hand', '2 provinces of the list', 'Unknown in the file: هیچستان'],
])) {
  test(`a person brings boundaries, sees the map, and what it lacks (${lang})`, async ({ page }) => {
    await open(page, 'explore', { lang, query: '&measure=rural_share_census' });
    await page.selectOption('#explore-mark', 'map');
    const figure = page.locator('#explore-figure');
    await expect(figure.locator('.figure-notes')).toContainText(none);
    await give(page, geojson([['استان تهران', square(51, 35)], ['قم', square(51, 34)], ['هیچستان', square(60, 30)]]));
    const status = page.locator('#explore-filters [role="status"]');
    await expect(status).toContainText(some);
    await expect(status).toContainText(unknown);
    await expect(figure.locator('.figure-notes')).not.toContainText(none);
    await expect(figure.locator('.figure-notes'), 'whose ground it is').toContainText('made-up.geojson');
    await expect(figure.locator('canvas[tabindex]')).toHaveAttribute('aria-label', lang === 'fa' ? /نقشهٔ مرزها/ : /Map by boundaries/);
    const canvas = figure.locator('canvas[tabindex]');
    await canvas.focus();
    await page.keyboard.press('Home');
    await expect(figure.locator('[role="tooltip"]')).not.toBeEmpty();
    const first = await figure.locator('[role="tooltip"]').textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(figure.locator('[role="tooltip"]')).toHaveText(String(first));
    await figure.locator('[data-action="table"]').click();
    await expect(figure.locator('tbody tr'), 'the table has all').toHaveCount(31);
    await checkAccessibility(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectToFit(page);
  });
}

test('what is no file of boundaries is said, and the map that stood there stays', async ({ page }) => {
  await open(page, 'explore', { query: '&measure=rural_share_census&mark=map' });
  await give(page, geojson([['تهران', square(51, 35)]]));
  const status = page.locator('#explore-filters [role="status"]');
  await expect(status).toContainText('۱ استان از فهرست');
  for (const [text, said] of [['{', 'JSON درستی نیست'], ['{"type":"FeatureCollection","features":[]}', 'هیچ چندضلعی نیست'],
    ['{"type":"Polygon","coordinates":[[[500000,3900000],[500001,3900000],[500001,3900001]]]}', 'طول و عرض جغرافیایی نیست']]) {
    await give(page, text);
    await expect(status).toContainText(said);
  }
  await expect(page.locator('#explore-figure canvas[tabindex]')).toHaveAttribute('aria-label', /نقشهٔ مرزها/);
  // A name from a file is only ever text.
  await give(page, geojson([['<img src=x onerror=alert(1)>', square(51, 35)]]));
  await expect(status).toContainText('<img src=x onerror=alert(1)>');
  await expect(status.locator('img')).toHaveCount(0);
});

test('an element draws a map on the ground that its page names', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  await expect(chart.locator('figure[data-state="ready"]')).toBeVisible({ timeout: 20_000 });
  await page.route('**/own-ground.json', (route) => route.fulfill({ contentType: 'application/json', body: geojson([['تهران', square(51, 35)], ['قم', square(51, 34)]]) }));
  await chart.evaluate((element) => {
    element.setAttribute('ground', 'own-ground.json');
    element.setAttribute('view', JSON.stringify({ query: { measure: 'rural_share_census', areas: { level: 'province' }, periods: ['1395'], by: ['area'] }, mark: 'map' }));
  });
  const shown = chart.locator('figure[data-view="custom"]');
  await expect(shown.locator('canvas[tabindex]')).toHaveAttribute('aria-label', /نقشهٔ مرزها/, { timeout: 20_000 });
  await expect(shown.locator('.figure-notes')).toContainText('بی‌مرز');
});
