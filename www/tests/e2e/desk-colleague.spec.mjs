// @ts-check
// Two offices that work on the same figures, and what they pass on.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipped } from '../host/archive.mjs';
import { SOUND, install } from '../host/desk.mjs';
import { checkAccessibility, expect, expectToFit, open, test } from './support.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} action */
async function downloaded(page, action) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-action="${action}"]`).click()]);
  return String(await file.path());
}

/** Gives a figure of the open data another value. @param {Page} page @param {string} id @param {string} value */
async function correct(page, id, value) {
  await page.selectOption('#desk-picker', id);
  await page.fill('#field-value', value);
  await page.locator('[data-action="save"]').click();
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  await expect(page.locator('#desk-picker')).toHaveValue('');
}

/** @param {Page} page @param {string} file */
const takeIn = (page, file) => page.setInputFiles('#desk-take-in', file);

/** What the form holds of a figure. @param {Page} page @param {string} id */
async function value(page, id) {
  await page.selectOption('#desk-picker', id);
  return page.inputValue('#field-value');
}

/** A colleague at another device. @param {import('@playwright/test').Browser} browser @param {string | undefined} baseURL */
async function colleague(browser, baseURL) {
  const context = await browser.newContext({ baseURL, locale: 'fa-IR', timezoneId: 'Asia/Tehran', serviceWorkers: 'block' });
  const page = await context.newPage();
  await open(page, 'desk');
  return page;
}

test('row 21: what a colleague changed is added; what both changed is asked about with both versions', async ({ page, browser, baseURL }) => {
  const other = await colleague(browser, baseURL);
  await correct(other, 'O018', '910');
  await correct(other, 'O017', '610');
  const file = await downloaded(other, 'backup');

  await open(page, 'desk', { lang: 'en' });
  await correct(page, 'O017', '600');
  await takeIn(page, file);
  const dialog = page.locator('dialog.conflict');
  await expect(dialog).toContainText('Both of you changed this figure');
  await expect(dialog.getByRole('row').filter({ hasText: '610' })).toContainText('600');
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectToFit(page);
    await checkAccessibility(page, 'dialog');
  }
  await dialog.getByRole('button', { name: 'Later' }).click();
  await expect(page.locator('#status')).toContainText('1 figure was added. 1 left without an answer');
  expect(await value(page, 'O018')).toBe('910');
  expect(await value(page, 'O017')).toBe('600');

  await takeIn(page, file);
  await dialog.getByRole('button', { name: 'Take the file’s' }).click();
  // The words of before begin alike: these say no more than that.
  await expect(page.locator('#status')).not.toContainText('left without an answer');
  await expect(page.locator('#status')).toContainText('1 figure was added.');
  expect(await value(page, 'O017')).toBe('610');
  await takeIn(page, file);
  await expect(page.locator('#status')).toContainText('nothing new');

  // The way back: the colleague has nothing to learn, and each change can be undone here.
  await takeIn(other, await downloaded(page, 'backup'));
  await expect(other.locator('#status')).toContainText('چیز تازه‌ای نداشت');
  for (const left of ['2', '1', '0']) {
    await page.locator('[data-action="undo"]').click();
    await expect(page.locator('#desk')).toHaveAttribute('data-own', left);
  }
  await other.context().close();
});

test('what was kept here against a colleague’s file is not asked again', async ({ page, browser, baseURL }) => {
  const other = await colleague(browser, baseURL);
  await correct(other, 'O017', '610');
  const file = await downloaded(other, 'backup');
  await open(page, 'desk', { lang: 'en' });
  await correct(page, 'O017', '600');
  await takeIn(page, file);
  await page.locator('dialog.conflict').getByRole('button', { name: 'Keep this device’s' }).click();
  await expect(page.locator('#status')).toContainText('nothing new');
  expect(await value(page, 'O017')).toBe('600');
  await takeIn(page, file);
  await expect(page.locator('dialog.conflict')).toHaveCount(0);
  expect(await value(page, 'O017')).toBe('600');
  await takeIn(other, await downloaded(page, 'backup'));
  await expect.poll(() => value(other, 'O017')).toBe('۶۰۰');
  await other.context().close();
});

test('a file that is no backup is refused, and nothing changes', async ({ page }) => {
  await open(page, 'desk');
  await page.setInputFiles('#desk-take-in', { name: 'figures.hamyar', mimeType: 'application/octet-stream', buffer: Buffer.from('PK not a backup') });
  await expect(page.locator('#alert')).toContainText('این فایل را نمی‌توان افزود');
  await expect(page.locator('#desk')).toHaveAttribute('data-own', '0');
});

test('the data package of the desk holds the own figure and is read without a rejected row', async ({ page }, testInfo) => {
  await install(page);
  await open(page, 'desk');
  await page.evaluate((sound) => window.drive.type({ ...sound, value: '612' }), SOUND);
  await page.locator('[data-action="save"]').click();
  await expect(page.locator('#desk')).toHaveAttribute('data-own', '1');
  const folder = testInfo.outputPath('package');
  for (const [path, content] of unzipped(readFileSync(await downloaded(page, 'package')))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  expect(readdirSync(folder)).toContain('datapackage.json');
  const binary = process.env.HAMYAR_BIN ?? '../target/debug/hamyar';
  const report = JSON.parse(execFileSync(binary, ['check', folder, '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 }));
  expect(report.counts.rejected).toBe(0);
  expect(report.findings.filter((/** @type {any} */ one) => one.check !== '' && one.verdict === 'fail').map((/** @type {any} */ one) => one.check)).toEqual(['C03', 'C12', 'C22', 'C24', 'C28', 'C29']);
  const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
  const weighed = resources.filter((/** @type {any} */ one) => one.bytes !== undefined);
  expect(weighed.length).toBeGreaterThan(5);
  for (const { path, bytes } of weighed) expect(readFileSync(join(folder, path)).length, path).toBe(bytes);
  // What pages open leaves out is there again.
  for (const table of ['codes.csv', 'groups.csv', 'measures.csv', 'rules.csv']) expect(readFileSync(join(folder, table), 'utf8'), table).toBe(readFileSync(new URL(`../../data/${table}`, import.meta.url), 'utf8'));
  expect(readFileSync(join(folder, 'observations.csv'), 'utf8')).toMatch(/^own-\d+,facility_amount,.*612/m);
});

test('the data package of the desk keeps digests of documents and takes registers along', async ({ page }, testInfo) => {
  const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
  const days = 'day,source\n1402-12-29,S4\n';
  /** @param {string} path @param {(text: string) => string} change */
  const published = (path, change) => page.route(`**/data/${path}`, async (route) => {
    const shipped = readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8');
    await route.fulfill({ body: change(shipped) });
  });
  await published('sources.csv', (text) => text.trimEnd().split('\n').map((row, place) => `${row.trimEnd()},${place === 0 ? 'sha256' : digest}\n`).join(''));
  await published('datapackage.json', (text) => {
    const described = JSON.parse(text);
    described.resources.push({ name: 'register_days', path: 'register_days.csv', profile: 'tabular-data-resource' });
    return JSON.stringify(described);
  });
  await page.route('**/data/register_days.csv', (route) => route.fulfill({ body: days }));
  await install(page);
  await open(page, 'desk');
  const files = new Map(unzipped(readFileSync(await downloaded(page, 'package'))).map(([path, content]) => [path, content.toString('utf8')]));
  expect(files.get('sources.csv')).toContain(digest);
  expect(files.get('register_days.csv')).toBe(days);
  // Tables of printed cells are rows of the figures here, and are not told twice.
  expect([...files.keys()]).not.toContain('population.csv');
  const folder = testInfo.outputPath('package');
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of files) writeFileSync(join(folder, path), content);
  const binary = process.env.HAMYAR_BIN ?? '../target/debug/hamyar';
  const report = JSON.parse(execFileSync(binary, ['check', folder, '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 }));
  expect(report.counts.rejected).toBe(0);
});
