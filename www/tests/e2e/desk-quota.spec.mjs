// @ts-check
// A full disk at each single write of the real desk: said, nothing half written, nothing of the person's text lost.
import { readFile } from 'node:fs/promises';
import { SOUND, install, wipe } from '../host/desk.mjs';
import { expect, open, test } from './support.mjs';

/** Makes the n-th write of a kind fail; a page that is loaded takes up what the one before was told. */
const sabotage = () => {
  if (!location.protocol.startsWith('http')) return;
  const quota = { failAt: Number(sessionStorage.getItem('failAt') ?? Infinity), count: 0, aborts: false, drafts: false };
  for (const name of ['put', 'add', 'delete', 'clear']) {
    const original = /** @type {any} */ (IDBObjectStore.prototype)[name];
    /** @type {any} */ (IDBObjectStore.prototype)[name] = function (/** @type {any[]} */ ...values) {
      // A draft is kept by the clock, not by a press: it is counted apart.
      const isDraft = this.name === 'drafts' && name === 'put';
      if (isDraft !== quota.drafts || ++quota.count !== quota.failAt) return original.apply(this, values);
      if (quota.aborts) this.transaction.abort();
      throw new DOMException('full', 'QuotaExceededError');
    };
  }
  Object.assign(window, { quota });
};

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Does something again and again, failing its first write, then its second, until none is left to
 * fail: then it must go well.
 *
 * @param {Page} page
 * @param {() => Promise<string>} act what the person was told
 * @param {{said: RegExp, drafts?: boolean, prepare?: () => Promise<unknown>, typed?: (form: Record<string, string>) => Record<string, string>}} options
 *   `typed`: what the doing itself types
 * @returns {Promise<number>} how many writes there are
 */
async function failEach(page, act, { said, drafts = false, prepare, typed }) {
  for (let failAt = 1; ; failAt += 1) {
    for (const aborts of [false, true]) {
      await prepare?.();
      const before = await page.evaluate(() => drive.dump());
      const form = await page.evaluate(() => drive.form());
      await page.evaluate((orders) => Object.assign(/** @type {any} */ (window).quota, { count: 0, ...orders }), { failAt, aborts, drafts });
      const told = await act();
      const count = await page.evaluate(() => {
        const { quota } = /** @type {any} */ (window);
        quota.failAt = Infinity;
        return quota.count;
      });
      if (count < failAt) {
        expect(told, 'with room again it goes well').not.toMatch(said);
        return failAt - 1;
      }
      expect(told, `write ${failAt}`).toMatch(said);
      expect(await page.evaluate(() => drive.dump()), `old data whole after write ${failAt}`).toBe(before);
      expect(await page.evaluate(() => drive.form()), 'the text of the form').toEqual({ ...form, ...typed?.(form) });
    }
  }
}

const FULL = /storage of this device is full/;

test('QuotaExceededError at each write of the desk: message, form text kept, old data whole, and the next save works', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  await page.addInitScript(sabotage);
  await install(page);
  await open(page, 'desk', { lang: 'en' });
  const press = (/** @type {string} */ action) => async () => {
    const answer = await page.evaluate((name) => drive.press(name), action);
    expect(answer.invalid ?? '').toBe('');
    return answer.failed ?? 'saved';
  };
  /** @type {Record<string, number>} */
  const points = {};

  await page.evaluate((entry) => drive.type(entry), { ...SOUND, value: '612' });
  points.add = await failEach(page, press('save'), { said: FULL });
  await page.evaluate(() => { drive.open('O018'); drive.type({ value: '910' }); });
  points.correct = await failEach(page, press('save'), { said: FULL });
  await page.evaluate(() => { drive.open('O016'); drive.type({ note: 'twice' }); });
  points.withdraw = await failEach(page, press('withdraw'), { said: FULL });
  points.undo = await failEach(page, press('undo'), { said: FULL });
  points.redo = await failEach(page, press('redo'), { said: FULL });

  await page.evaluate(() => drive.type({ value: '77' }));
  points.draft = await failEach(page, async () => {
    await page.evaluate(() => { drive.clear(); drive.type({ value: `${drive.form().value}7` }); });
    await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).quota.count), 'a draft is kept after a rest').toBeGreaterThan(0);
    await page.waitForTimeout(300);
    return page.evaluate(() => document.querySelector('#alert')?.textContent ?? '');
  }, { said: /could not be kept/, drafts: true, prepare: () => page.waitForTimeout(400), typed: ({ value }) => ({ value: `${value}7` }) });

  const file = test.info().outputPath('backup.hamyar');
  points['backup note'] = await failEach(page, async () => {
    const downloading = page.waitForEvent('download');
    await page.evaluate(() => { drive.clear(); /** @type {HTMLElement} */ (document.querySelector('[data-action="backup"]')).click(); });
    await (await downloading).saveAs(file);
    return page.evaluate(() => drive.told());
  }, { said: /could not note it/ });
  expect((await readFile(file)).length).toBeGreaterThan(100);

  const restore = async () => {
    await page.evaluate(() => drive.clear());
    await page.setInputFiles('#desk-restore', file);
    await page.evaluate(() => drive.agree());
    return page.evaluate(() => drive.told());
  };
  points.restore = await failEach(page, restore, { said: FULL });
  expect(await page.locator('#desk').getAttribute('data-own')).toBe('3');

  await page.goto('about:blank');
  await wipe(page, new URL(String(baseURL)).origin, 'indexeddb');
  await open(page, 'desk', { lang: 'en' });
  await expect(page.locator('[data-state="vanished"]')).toBeVisible();
  points['restore after a loss'] = await failEach(page, restore, { said: FULL });
  expect(await page.locator('#desk').getAttribute('data-own')).toBe('3');

  await page.goto('about:blank');
  await wipe(page, new URL(String(baseURL)).origin, 'indexeddb');
  await open(page, 'desk', { lang: 'en' });
  points['start again'] = await failEach(page, async () => {
    await page.evaluate(() => { drive.clear(); /** @type {HTMLElement} */ (document.querySelector('[data-action="start-again"]')).click(); });
    return page.evaluate(() => drive.told());
  }, { said: FULL });
  await expect(page.locator('[data-state="vanished"]')).toHaveCount(0);

  // Three rows and the draft that the save makes needless; where nothing was typed there is no draft.
  expect(points).toMatchObject({ add: 4, correct: 4, withdraw: 4, undo: 3, redo: 3, draft: 1, 'backup note': 1, 'start again': 1 });
  expect(points.restore, 'both stores emptied, three figures, their journal, what the store says of itself').toBeGreaterThanOrEqual(9);
  expect(points['restore after a loss']).toBe(points.restore);
});

test('QuotaExceededError at each write of the first load: the page is drawn, nothing half kept, and the next load keeps', async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(sabotage);
  await install(page);
  await open(page, 'help');
  /** The open data goes, so that the next load is a first one. */
  const forget = () => page.evaluate(async () => {
    const db = await drive.done(indexedDB.open('hamyar'));
    const tx = db.transaction(['meta', 'records'], 'readwrite');
    tx.objectStore('meta').delete('package');
    await drive.done(tx.objectStore('records').delete(IDBKeyRange.bound('package/', 'package/\uffff')));
    db.close();
  });
  const kept = () => page.evaluate(async () => {
    const db = await drive.done(indexedDB.open('hamyar'));
    const tx = db.transaction(['meta', 'records']);
    const [note, files] = await Promise.all([drive.done(tx.objectStore('meta').get('package')), drive.done(tx.objectStore('records').count(IDBKeyRange.bound('package/', 'package/\uffff')))]);
    db.close();
    return { note: note?.count ?? null, files };
  });
  await expect.poll(async () => (await kept()).note).not.toBe(null);
  const whole = await kept();
  expect(whole.files).toBe(whole.note);
  const points = await page.evaluate(() => /** @type {any} */ (window).quota.count);
  expect(points, 'the old set, each file, and the note of it').toBe(whole.files + 2);
  for (let failAt = 1; failAt <= points; failAt += 1) {
    await page.evaluate((place) => sessionStorage.setItem('failAt', String(place)), failAt);
    await forget();
    await open(page, 'help');
    await expect(page.locator('html')).not.toHaveAttribute('data-failed', /.*/);
    await expect(page.locator('[data-phrase="footer-counts"]')).not.toBeEmpty();
    await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).quota.count), `write ${failAt}`).toBeGreaterThanOrEqual(failAt);
    expect(await kept(), `after write ${failAt}`).toEqual({ note: null, files: 0 });
  }
  await page.evaluate(() => sessionStorage.removeItem('failAt'));
  await page.reload();
  await expect.poll(kept).toEqual(whole);
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => { if (request.url().includes('/data/')) asked.push(request.url()); });
  await open(page, 'help');
  expect(asked, 'once kept, the open data is asked for no more').toEqual([]);
});
