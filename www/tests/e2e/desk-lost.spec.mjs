// @ts-check
// Data that is lost is told to the person by name, on the overview and on the desk, and can be brought back.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOUND, install, wipe } from '../host/desk.mjs';
import { expect, open, press, test } from './support.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** Saves one figure and gives its backup. @param {Page} page */
async function work(page) {
  await open(page, 'desk', { lang: 'en' });
  expect(await page.evaluate((entry) => { drive.type(entry); return drive.press('save'); }, { ...SOUND, value: '612' })).toEqual({ saved: true });
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="backup"]').click()]);
  const file = test.info().outputPath('backup.hamyar');
  await download.saveAs(file);
  return file;
}

/** @param {Page} page */
async function namedEverywhere(page) {
  for (const [lang, words] of /** @type {const} */ ([['fa', 'ناپدید شده است'], ['en', 'has vanished']])) {
    await open(page, 'index', { lang });
    await expect(page.locator('#alert [data-notice="vanished"]')).toBeVisible();
    await expect(page.locator('#alert')).toContainText(words, { useInnerText: true });
    await expect(page.locator('figure[data-view]').first(), 'charts of the open data are drawn').toHaveAttribute('data-state', 'ready');
    await page.locator('#alert a').click();
    await expect(page.locator('html')).toHaveAttribute('data-page', 'desk');
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
    await expect(page.locator('#desk-restore')).toBeFocused();
    await press(page, `[data-set-lang="${lang}"]`);
    const box = page.locator('#desk-vanished [data-state="vanished"][role="alert"]');
    await expect(box).toContainText(words, { useInnerText: true });
    await expect(box).toContainText(lang === 'fa' ? '۱ رقم' : '1 of your', { useInnerText: true });
  }
}

/** @param {Page} page @param {string} file */
async function broughtBack(page, file) {
  await page.setInputFiles('#desk-restore', file);
  await expect(page.locator('#desk')).toHaveAttribute('data-own', '1');
  await expect(page.locator('[data-state="vanished"]')).toHaveCount(0);
  await open(page, 'index', { lang: 'en' });
  await expect(page.locator('[data-notice="own"]'), 'the figure that came back is shown').toHaveCount(1);
  await expect(page.locator('[data-notice]'), 'nothing is wrong any more').toHaveCount(1);
}

test.beforeEach(async ({ context }) => install(context));

test('deleted by another page: named at once on both open pages, and after a reload', async ({ page, context }) => {
  const file = await work(page);
  const overview = await context.newPage();
  await open(overview, 'index', { lang: 'en' });
  const other = await context.newPage();
  await other.goto('/tests/store/empty.html');
  await other.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase('hamyar').onsuccess = resolve; }));
  await expect(overview.locator('#alert')).toContainText('has vanished', { useInnerText: true });
  await expect(page.locator('#desk-vanished')).toContainText('has vanished', { useInnerText: true });
  expect((await page.evaluate((entry) => { drive.type(entry); return drive.press('save'); }, { ...SOUND, value: '7', scope: 'another' })).failed).toMatch(/vanished/);
  await overview.close();
  await other.close();
  await namedEverywhere(page);
  await broughtBack(page, file);
});

test('cleared by the browser: named on the overview and on the desk', async ({ page, baseURL }) => {
  const file = await work(page);
  await page.goto('about:blank');
  await wipe(page, new URL(String(baseURL)).origin, 'indexeddb');
  await namedEverywhere(page);
  await broughtBack(page, file);
});

test('removed from the disk: named on the overview and on the desk', async ({ playwright, launchOptions, baseURL }) => {
  const profile = await mkdtemp(join(tmpdir(), 'hamyar-profile-'));
  const launch = async (/** @type {(page: Page) => Promise<void>} */ visit) => {
    const context = await playwright.chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, serviceWorkers: 'block' });
    await install(context);
    await visit(await context.newPage());
    await context.close();
  };
  try {
    let file = '';
    await launch(async (page) => { file = await work(page); });
    const all = join(profile, 'Default', 'IndexedDB');
    const folders = (await readdir(all)).filter((name) => name.endsWith('.leveldb'));
    expect(folders.length).toBeGreaterThan(0);
    for (const folder of folders) await rm(join(all, folder), { recursive: true });
    await launch(async (page) => {
      await namedEverywhere(page);
      await broughtBack(page, file);
    });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

test('when everything was cleared the first page offers to restore a backup, and that brings it back', async ({ page, baseURL }) => {
  const file = await work(page);
  await page.goto('about:blank');
  await wipe(page, new URL(String(baseURL)).origin);
  await open(page, 'index', { lang: 'en' });
  const offer = page.getByRole('link', { name: /backup/i });
  await expect(offer).toBeVisible();
  await offer.click();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
  await expect(page.locator('#desk-restore')).toBeFocused();
  await broughtBack(page, file);
});

test('a database that does not open is left alone until the person agrees, then a backup takes its place', async ({ page }) => {
  const file = await work(page);
  // A broken database opens no more, until it was deleted.
  await page.addInitScript(() => {
    if (sessionStorage.getItem('mended')) return;
    const opened = IDBFactory.prototype.open;
    let isBroken = true;
    IDBFactory.prototype.open = function (...values) {
      if (!isBroken) return opened.apply(this, values);
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    const deleted = IDBFactory.prototype.deleteDatabase;
    IDBFactory.prototype.deleteDatabase = function (...values) {
      isBroken = false;
      sessionStorage.setItem('mended', 'yes');
      return deleted.apply(this, values);
    };
  });
  for (const [lang, words] of /** @type {const} */ ([['fa', 'باز نمی‌شود'], ['en', 'cannot be opened']])) {
    await open(page, 'index', { lang });
    await expect(page.locator('#alert [data-notice="broken"]')).toContainText(words, { useInnerText: true });
    await expect(page.locator('figure[data-view]').first()).toHaveAttribute('data-state', 'ready');
    await page.locator('#alert a').click();
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
    await press(page, `[data-set-lang="${lang}"]`);
    await expect(page.locator('#desk-vanished [data-state="broken"]')).toContainText(words, { useInnerText: true });
  }
  // A file that is no backup is not worth the database.
  await page.setInputFiles('#desk-restore', { name: 'x.hamyar', mimeType: '', buffer: Buffer.from('not a backup') });
  await expect(page.locator('#alert')).toContainText('not a whole backup');
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.setInputFiles('#desk-restore', file);
  await page.locator('dialog.discard button[value="keep"]').click();
  await expect(page.locator('[data-state="broken"]'), 'the person said no').toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem('mended'))).toBe(null);
  await page.setInputFiles('#desk-restore', file);
  await page.locator('dialog.discard button[value="discard"]').click();
  await expect(page.locator('#desk')).toHaveAttribute('data-own', '1');
  await expect(page.locator('#desk-vanished section')).toHaveCount(0);
  await open(page, 'desk', { lang: 'en' });
  await expect(page.locator('#desk')).toHaveAttribute('data-own', '1');
  await expect(page.locator('#alert'), 'nothing is wrong any more').toBeEmpty();
});
