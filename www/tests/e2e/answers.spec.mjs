// @ts-check
// What an analyst takes along: the answer behind a chart as files, and what its words mean.
import { expect, fileOf, latin, open, test } from './support.mjs';

test('the explored answer comes as XLSX and JSON-stat, with every area of the chart', async ({ page }) => {
  await open(page, 'explore', { lang: 'en', query: '&measure=rural_share_census&level=province&period=1395' });
  const figure = page.locator('#explore-figure');
  const file = (/** @type {string} */ label) => fileOf(page, figure, label);
  const sheet = await file('Excel (XLSX)');
  expect(sheet.name).toBe('hamyar-explore-rural_share_census.xlsx');
  const text = sheet.bytes.toString('utf8');
  expect(text.startsWith('PK')).toBe(true);
  for (const part of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'Sistan and Baluchestan', 'Statistical Centre of Iran']) expect(text, part).toContain(part);
  const cube = JSON.parse((await file('JSON-stat')).bytes.toString('utf8'));
  expect(cube.version).toBe('2.0');
  expect(cube.class).toBe('dataset');
  expect(cube.size.reduce((/** @type {number} */ all, /** @type {number} */ one) => all * one, 1)).toBe(31);
  expect(Object.values(cube.value).filter((value) => typeof value === 'number')).toHaveLength(31);
});

test('row 11: every list of codes is behind its name, in words of the page’s language', async ({ page }) => {
  const DISBURSED = /** @type {const} */ ({ fa: ['مرحلهٔ پول', 'پرداخت‌شده', 'به گیرنده پرداخت شده.'], en: ['Stage of money', 'Paid', 'Paid out.'] });
  for (const lang of /** @type {const} */ (['fa', 'en'])) {
    await open(page, 'about', { lang });
    const lists = page.locator('[data-lists] details');
    expect(await lists.count()).toBeGreaterThan(20);
    const [list, name, definition] = DISBURSED[lang];
    const stages = lists.filter({ has: page.locator('summary').filter({ hasText: list }) });
    await stages.locator('summary').press('Enter');
    await expect(stages.locator('dt').filter({ has: page.locator('code').filter({ hasText: 'disbursed' }) })).toContainText(name);
    await expect(stages.locator('dd').filter({ hasText: definition })).toBeVisible();
    const empty = await lists.evaluateAll((all) => all.flatMap((one) => [...one.querySelectorAll('summary, p, dt, dd')]).filter((one) =>
      !/** @type {HTMLElement} */ (one.querySelector(`[lang="${document.documentElement.lang}"]`))?.textContent?.trim()).length);
    expect(empty).toBe(0);
  }
});

test('row 18: figures of 1395 in the borders of 1402, what was divided about so much, what has no place in its own row', async ({ page }) => {
  await open(page, 'explore', { lang: 'en' });
  const figure = page.locator('figure[data-view="example-borders"]');
  const register = page.locator('figure[data-view="example-records"]');
  const rows = async (of = figure) => {
    await of.locator('button[data-action="table"]').click();
    const cells = await of.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => String(cell.textContent))));
    return new Map(cells.map(([name, ...rest]) => [latin(name), latin(rest.join(' '))]));
  };
  const before = await rows();
  expect(before.size).toBe(14);
  expect(before.get('Example county 14')).toContain('900');
  expect((await rows(register)).get('Example county 13')).toContain('2');
  await page.locator('[data-list="1402"]').click();
  await expect(page.locator('#borders [aria-live]')).toContainText('Went whole into an area of this list: 84. Divided by share of the people, and so about so much: 1. Without an area in this list, in a row of their own: 2. Counted anew from records: 5.');
  const after = await rows();
  expect(after.has('Example county 14')).toBe(false);
  expect(after.get('Example county 3')).toMatch(/about\s1,180/);
  expect(after.get('Example county 10')).toContain('600');
  expect(after.get('County not placed')).toContain('280');
  const records = await rows(register);
  expect(records.has('Example county 13')).toBe(false);
  expect(records.get('County not placed')).toContain('5');
  await expect(figure.locator('[data-part="source"]')).toContainText('11 of 12');
  await page.locator('[data-list="0"]').click();
  expect((await rows()).size).toBe(14);
});

test('explore shows areas over time, and how many lie in each class', async ({ page }) => {
  const figure = page.locator('#explore-figure');
  for (const [lang, counted] of /** @type {const} */ ([['fa', 'شمار استان‌ها در هر طبقه'], ['en', 'How many provinces in each class']])) {
    await open(page, 'explore', { lang, query: '&measure=rural_share_census&level=province&period=1395' });
    await page.selectOption('#explore-mark', 'distribution');
    await expect(figure).toHaveAttribute('data-state', 'ready');
    await expect(figure).toContainText(counted);
    await figure.locator('button[data-action="table"]').click();
    const counts = await figure.locator('tbody tr td:nth-of-type(1)').allTextContents();
    expect(counts.map((text) => Number(latin(text).match(/\d+/)?.[0])).reduce((all, one) => all + one, 0), counts.join()).toBe(31);
  }
  await open(page, 'explore', { lang: 'en', query: '&measure=population_total&level=province' });
  await page.selectOption('#explore-mark', 'heat_map');
  await expect(figure).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('#explore-period'), 'all periods').toHaveValue('');
  await figure.locator('button[data-action="table"]').click();
  await expect(figure.locator('tbody tr'), '31 provinces in two censuses').toHaveCount(62);
  await page.selectOption('#explore-level', 'country');
  await expect(page.locator('#explore-mark option[value="heat_map"]'), 'one line says it').toHaveCount(0);
});
