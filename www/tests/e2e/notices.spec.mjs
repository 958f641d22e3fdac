// @ts-check
// What the store has to say reaches the person, once, in the language of the page.
import { SOUND, install } from '../host/desk.mjs';
import { expect, open, test } from './support.mjs';

/** @param {import('@playwright/test').Page} page @param {string} name @param {RegExp} fa @param {RegExp} en */
async function saidInBoth(page, name, fa, en) {
  const notice = page.locator(`[data-notice="${name}"]`);
  await expect(notice).toHaveCount(1, { timeout: 15_000 });
  for (const [lang, words] of /** @type {const} */ ([['en', en], ['fa', fa]])) {
    await page.locator(`[data-set-lang="${lang}"]`).first().click();
    await expect(notice).toBeVisible();
    expect(await notice.innerText()).toMatch(words);
    expect(await notice.evaluate((element) => Boolean(element.closest('[role="alert"], [role="status"]')))).toBe(true);
  }
}

test('no storage in this browser is said at load, and the charts are drawn', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
  });
  await open(page, 'index');
  await saidInBoth(page, 'denied', /اجازهٔ ذخیره نمی‌دهد/, /does not allow storage/);
  await expect(page.locator('figure[data-view]').first()).toHaveAttribute('data-state', 'ready');
});

test('a store of a newer version is said at load', async ({ page }) => {
  await page.goto('/tests/store/empty.html');
  await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open('hamyar', 9).onsuccess = (event) => { /** @type {any} */ (event.target).result.close(); resolve(undefined); };
  }));
  await open(page, 'index');
  await saidInBoth(page, 'newer', /نسخهٔ تازه‌تر/, /newer version/);
});

test('a page that a newer one took over from says so', async ({ page, context }) => {
  await open(page, 'desk');
  const newer = await context.newPage();
  await newer.goto('/tests/store/empty.html');
  await newer.evaluate(() => new Promise((resolve) => { indexedDB.open('hamyar', 9).onsuccess = resolve; }));
  await saidInBoth(page, 'outdated', /دیگر ذخیره نمی‌کند/, /saves no more/);
  await expect(page.locator('[data-notice="newer"]'), 'not the same twice').toHaveCount(0);
});

test('an older page that holds the store is named, until it lets go', async ({ page, context }) => {
  const older = await context.newPage();
  await older.goto('/tests/store/empty.html');
  // An older version that knows nothing of this one and does not close.
  await older.evaluate(() => new Promise((resolve) => {
    indexedDB.deleteDatabase('hamyar').onsuccess = () => {
      indexedDB.open('hamyar', 1).onsuccess = (event) => { /** @type {any} */ (window).held = /** @type {any} */ (event.target).result; resolve(undefined); };
    };
  }));
  await page.addInitScript(() => {
    const opened = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, version) { return opened.call(this, name, version ? version + 1 : version); };
  });
  await open(page, 'index');
  await saidInBoth(page, 'blocked', /آن را ببندید/, /close it/);
  await older.evaluate(() => /** @type {any} */ (window).held.close());
  await expect(page.locator('[data-notice]')).toHaveCount(0);
});

test('a draft that could not be kept is said', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...values) {
      if (this.name === 'drafts') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, values);
    };
  });
  await open(page, 'desk');
  await page.fill('#field-value', '580');
  await saidInBoth(page, 'draft-failed', /فقط در همین صفحه است/, /only on this page/);
});

test('changes that stand in no backup are counted, and a browser that may clear them is named', async ({ page }) => {
  await page.addInitScript(() => { StorageManager.prototype.persist = async () => false; });
  await install(page);
  await open(page, 'desk', { lang: 'en' });
  const note = page.locator('[data-notice="backup"]');
  await expect(note).toBeEmpty();
  await page.evaluate((entry) => { drive.type(entry); return drive.press('save'); }, { ...SOUND, value: '612' });
  await saidInBoth(page, 'persist', /قول نگهداری نداده است/, /did not promise/);
  await page.locator('[data-set-lang="en"]').first().click();
  await expect(note).toContainText('1 change stands in no backup file. The browser did not promise', { useInnerText: true });
  await page.locator('[data-set-lang="fa"]').first().click();
  expect(await note.innerText()).toMatch(/۱ تغییر در هیچ فایل پشتیبانی نیست.*قول نگهداری/);
  const downloading = page.waitForEvent('download');
  await page.locator('[data-action="backup"]').click();
  await downloading;
  await expect(note).toBeEmpty();
});

test('a page with changes of this device says so, with the way to them, until they are undone', async ({ page }) => {
  await install(page);
  await open(page, 's4');
  await expect(page.locator('[data-notice]'), 'nothing of this device').toHaveCount(0);
  await open(page, 'desk');
  await page.evaluate((entry) => { drive.type(entry); return drive.press('save'); }, { ...SOUND, source: 'S4', value: '612' });
  await open(page, 's4');
  const others = page.locator('.figure-list[data-document] li');
  await expect(others, 'a figure added to the document stands among its others').toHaveCount(12);
  await saidInBoth(page, 'own', /با تغییرهای این دستگاه/, /changes made on this device/);
  await page.locator('[data-notice="own"] a').click();
  await expect(page.locator('#desk-journal-title')).toBeInViewport();
  await page.locator('[data-action="undo"]').click();
  await expect(page.locator('#desk')).toHaveAttribute('data-own', '0');
  await open(page, 's4');
  await expect(page.locator('[data-notice]')).toHaveCount(0);
  await expect(others).toHaveCount(11);
});
