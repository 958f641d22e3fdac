// @ts-check
// The whole job after one visit to the overview, with the server stopped: figures, journal, rules, files, questions, ranking.
import { readFileSync } from 'node:fs';
import { unzipped } from '../host/archive.mjs';
import { wipe } from '../host/desk.mjs';
import { ORIGIN, visitOnce } from '../host/stopped.mjs';
import { expect, latin, open, test } from './support.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

test.use({ baseURL: ORIGIN, serviceWorkers: 'allow' });
// A first visit keeps the whole set, each time in a browser that knows nothing.
test.beforeEach(() => test.setTimeout(120_000));

/** What a press gives as a file. @param {Page} page @param {Locator} button */
async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const path = String(await download.path());
  return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
}

/** @param {Page | Locator} page @param {string} name */
const action = (page, name) => page.locator(`[data-action="${name}"]`);

/** @param {Page} page */
async function save(page) {
  await action(page, 'save').click();
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  await expect(page.locator('#desk-picker')).toHaveValue('');
}

/** A figure that is not in the open data. @param {Page} page @param {string} value */
async function enter(page, value) {
  for (const [field, choice] of Object.entries({ measure: 'facility_amount', area: '24@1402', unit: 'billion_rial', scenario: 'actual', stage: 'disbursed', programme: 'resistance_economy' })) {
    await page.selectOption(`#field-${field}`, choice);
  }
  for (const [field, text] of Object.entries({ period: '1403', value, source_title: 'گزارش استان', source_publisher: 'استانداری', source_published: '1403-10-01' })) {
    await page.fill(`#field-${field}`, text);
  }
  await save(page);
}

/** Gives a figure of the open data another value. @param {Page} page @param {string} id @param {string} value */
async function correct(page, id, value) {
  await page.selectOption('#desk-picker', id);
  await page.fill('#field-value', value);
  await save(page);
}

/** What the form holds of a figure. @param {Page} page @param {string} id */
async function valueOf(page, id) {
  await page.selectOption('#desk-picker', id);
  return page.inputValue('#field-value');
}

/** @param {Page} page @param {number} count */
const expectOwn = (page, count) => expect(page.locator('#desk')).toHaveAttribute('data-own', String(count));

test('row 20: offline, figures are entered and corrected, the journal tells it, and a file brings all back after the storage was cleared', async ({ page }) => {
  await visitOnce(page);
  await open(page, 'desk', { lang: 'en' });
  await enter(page, '612');
  await correct(page, 'O018', '910');
  const journal = page.locator('.journal li');
  await expect(journal.first()).toContainText('From “900 people” to “910 people”', { useInnerText: true });
  await action(page, 'undo').click();
  await expectOwn(page, 1);
  await action(page, 'redo').click();
  await expectOwn(page, 2);
  await expect(journal).toHaveCount(4);
  await open(page, 's4', { lang: 'en' });
  await expect(page.locator('main'), 'the charts of this device follow').toContainText('910');

  await open(page, 'desk', { lang: 'en' });
  const { path } = await downloaded(page, action(page, 'backup'));
  // What the browser clears alone leaves a witness; what a person clears leaves none.
  for (const [cleared, left] of [['indexeddb', 1], ['indexeddb,local_storage,file_systems', 0]]) {
    await page.goto('about:blank');
    await wipe(page, ORIGIN, String(cleared));
    await open(page, 'desk', { lang: 'en' });
    await expectOwn(page, 0);
    await expect(page.locator('[data-state="vanished"]')).toHaveCount(Number(left));
    await page.setInputFiles('#desk-restore', path);
    await expectOwn(page, 2);
    expect(await valueOf(page, 'O018')).toBe('910');
    await expect(journal).toHaveCount(4);
  }
});

test('row 20: offline, every rule judges the figures of this device, with one of the person’s own', async ({ page }) => {
  await visitOnce(page);
  await open(page, 'desk', { lang: 'en' });
  const verdicts = page.locator('[data-part="verdicts"] li');
  const judge = async () => {
    await action(page, 'try-rule').click();
    await expect(page.locator('[data-part="rules-state"]')).toContainText(/\d+ verdicts hold/, { timeout: 20_000 });
  };
  await judge();
  const before = await verdicts.count();
  expect(before).toBeGreaterThan(3);
  for (const [field, text] of Object.entries({ name: 'Small villages', left: 'O012 / O011 * 100', right: 'O013' })) await page.fill(`#rule-${field}`, text);
  await judge();
  await expect(verdicts.first()).toContainText('1,648 ÷ 2,327 × 100 ≈ 70.82; stated 71');
  await expect(verdicts.first()).toHaveAttribute('data-verdict', 'pass');
  await correct(page, 'O013', '72');
  await judge();
  await expect(verdicts.first()).toContainText('stated 72. It does not hold.');
  const { bytes } = await downloaded(page, action(page, 'rules-file'));
  expect(bytes.toString('utf8')).toContain('"O012 / O011 * 100","\'=","O013"');
});

test('row 20: offline, a colleague’s figures are taken in, and the whole is given as a data package', async ({ page, browser }) => {
  const away = await browser.newContext({ baseURL: ORIGIN, locale: 'fa-IR', timezoneId: 'Asia/Tehran', serviceWorkers: 'allow' });
  const colleague = await away.newPage();
  await visitOnce(page, colleague);
  await open(colleague, 'desk');
  await correct(colleague, 'O018', '910');
  await correct(colleague, 'O017', '610');
  const { path } = await downloaded(colleague, action(colleague, 'backup'));

  await open(page, 'desk', { lang: 'en' });
  await enter(page, '612');
  await correct(page, 'O017', '600');
  await page.setInputFiles('#desk-take-in', path);
  const dialog = page.locator('dialog.conflict');
  await expect(dialog.getByRole('row').filter({ hasText: '610' })).toContainText('600');
  await dialog.getByRole('button', { name: 'Take the file’s' }).click();
  await expect(page.locator('#status')).toContainText('2 figures were added.');
  expect(await valueOf(page, 'O018')).toBe('910');

  const { name, bytes } = await downloaded(page, action(page, 'package'));
  expect(name).toBe('hamyar-data.zip');
  const files = new Map(unzipped(bytes).map(([inside, content]) => [inside, content.toString('utf8')]));
  const { resources } = JSON.parse(String(files.get('datapackage.json')));
  for (const { path: table } of resources) expect(files.get(table), table).toBeTruthy();
  expect(files.get('observations.csv')).toMatch(/^own-\d+,facility_amount,.*612/m);
  expect(files.get('observations.csv')).toMatch(/^O017,.*610/m);
  for (const table of ['codes.csv', 'measures.csv', 'rules.csv']) expect(files.get(table), table).toBe(readFileSync(new URL(`../../data/${table}`, import.meta.url), 'utf8'));
  await away.close();
});

test('row 20: offline, explore answers and gives CSV, XLSX, JSON-stat and pictures; older figures add up in later borders', async ({ page }) => {
  await visitOnce(page);
  await open(page, 'explore', { lang: 'en', query: '&measure=rural_share_census&level=province&period=1395' });
  const figure = page.locator('#explore-figure');
  /** @param {string} label */
  const file = async (label) => {
    await action(figure, 'download').click();
    const given = await downloaded(page, figure.getByRole('button', { name: label }));
    await action(figure, 'download').click();
    return given.bytes;
  };
  const rows = (await file('Table (CSV)')).toString('utf8');
  expect(rows).toContain('Sistan and Baluchestan');
  const book = new Map(unzipped(await file('Excel (XLSX)')));
  expect([...book.keys()]).toContain('xl/workbook.xml');
  expect(String(book.get('xl/worksheets/sheet1.xml'))).toContain('Sistan and Baluchestan');
  const cube = JSON.parse((await file('JSON-stat')).toString('utf8'));
  expect(cube.class).toBe('dataset');
  expect(Object.values(cube.value).filter((value) => typeof value === 'number')).toHaveLength(31);
  expect((await file('Chart (SVG)')).toString('utf8')).toContain('</svg>');
  expect((await file('Picture (PNG) 2×')).toString('latin1', 1, 4)).toBe('PNG');

  await page.locator('[data-list="1402"]').click();
  const moved = page.locator('figure[data-view="example-borders"]');
  await action(moved, 'table').click();
  const sum = moved.locator('tbody tr').filter({ hasText: 'Example county 3' });
  expect(latin(await sum.textContent())).toMatch(/about\s1,180/);
});

test('row 20: offline, the open data are read in a worker, and the counties roll up to what is printed of their province', async ({ page }) => {
  await visitOnce(page);
  await open(page, 'help');
  const answer = await page.evaluate(async () => {
    const at = (/** @type {string} */ path) => new URL(path, document.baseURI);
    const { PackageWorker } = await import(at('js/package/client.js').href);
    const descriptor = await (await fetch(at('data/datapackage.json'))).json();
    const bytes = async (/** @type {{ path: string }} */ { path }) => [path, new Uint8Array(await (await fetch(at(`data/${path}`))).arrayBuffer())];
    const worker = new PackageWorker();
    await worker.open(descriptor, Object.fromEntries(await Promise.all(descriptor.resources.map(bytes))));
    const table = await worker.query({ measure: 'population_total', periods: ['1395'], areas: { level: 'county', within: '24' } });
    worker.close();
    return table;
  });
  expect(answer.refused).toEqual([]);
  const [, , , printed] = String(/^24@1395,1395,.*$/m.exec(readFileSync(new URL('../../data/population.csv', import.meta.url), 'utf8'))).split(',');
  expect(answer.rows.map((/** @type {string[]} */ row) => row[answer.columns.indexOf('value')]), 'the counties make up their province').toEqual([printed]);
});

test('row 20: offline, weights of the ranking are moved and its list is given; a past day shows what was known', async ({ page }) => {
  await visitOnce(page);
  await open(page, 's3', { lang: 'en' });
  const ranking = page.locator('[data-ranking]');
  await ranking.scrollIntoViewIfNeeded();
  await expect(ranking).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  const rank = page.locator('.ranking-row', { hasText: 'Example co-op 2' }).locator('.ranking-rank');
  await expect(rank).toHaveText('7');
  await page.getByRole('slider', { name: 'Points of the jury' }).press('End');
  await expect(page.locator('.ranking-status')).toContainText('Example co-op 2 from rank 7 to 5');
  await expect(rank).toContainText('5');
  const { name, bytes } = await downloaded(page, action(ranking, 'csv'));
  expect(name).toBe('hamyar-example-ranking.csv');
  expect(bytes.toString('utf8')).toMatch(/^5,Example co-op 2,/m);

  await open(page, 'desk');
  await correct(page, 'O017', '۵۸۳');
  await open(page, 's4', { lang: 'en' });
  await expect(page.locator('h1')).toContainText('583');
  await open(page, 's4', { lang: 'en', query: '&known=1401-02-18' });
  await expect(page.locator('[data-notice="known"]')).toBeVisible();
  for (const part of ['580 billion rial', '700 billion']) await expect(page.locator('main')).toContainText(part);
});
