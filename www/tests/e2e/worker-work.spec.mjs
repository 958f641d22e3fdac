// @ts-check
// FAULTS O4: a new version that somebody asks for waits until what is being saved or taken in is whole.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SITE, Unruly, expectKept, rebuilt } from '../host/unruly.mjs';
import { press } from './support.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** Rounds of each kind: 20 in all in the long run. */
const ROUNDS = process.env.HAMYAR_LONG ? 10 : 2;

/** @type {Unruly} */
let server;
let next = '';
test.beforeAll(async () => {
  next = await mkdtemp(join(tmpdir(), 'hamyar-site-'));
  await rebuilt(next);
  server = await new Unruly().start();
});
test.afterAll(async () => {
  await server.close();
  await rm(next, { recursive: true, force: true });
});

test.use({ serviceWorkers: 'allow' });

/** @param {Page} page */
const build = (page) => page.locator('html').getAttribute('data-build');

/** Puts the other version on the server and waits until it is offered. @param {Page} page */
async function offered(page) {
  server.root = server.root === SITE ? next : SITE;
  await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update(); });
  await expect(page.locator('[data-notice="update"] button')).toBeEnabled({ timeout: 30_000 });
}

/** Asks for the new version while something is being done; it comes when that is over. @param {Page} page @param {() => Promise<void>} finish */
async function asks(page, finish) {
  const before = await build(page);
  await press(page, '[data-notice="update"] button');
  await expect(page.locator('[data-notice="update"]')).toContainText('Work is going on');
  expect(await build(page)).toBe(before);
  await finish();
  await expect(page.locator('html')).not.toHaveAttribute('data-build', String(before), { timeout: 30_000 });
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 30_000 });
}

/** Begins a save that cannot go on, as if another page were saving. @param {Page} page @param {string} value */
async function beginSave(page, value) {
  await page.selectOption('#desk-picker', 'O018');
  await page.fill('#field-value', value);
  await page.evaluate(() => new Promise((held) => {
    void navigator.locks.request('hamyar-save', () => {
      held(undefined);
      return new Promise((release) => Object.assign(globalThis, { release }));
    });
  }));
  await page.click('[data-action="save"]');
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saving');
}

/** @param {Page} page */
async function desk(page) {
  await page.goto(`${server.origin}/desk.html?lang=en`);
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 30_000 });
}

test('O4: a new version waits for a save', async ({ page }) => {
  test.setTimeout(60_000 + ROUNDS * 30_000);
  await desk(page);
  await expectKept(page);
  for (let round = 0; round < ROUNDS; round += 1) {
    await offered(page);
    await beginSave(page, String(910 + round));
    await asks(page, () => page.evaluate(() => /** @type {any} */ (globalThis).release()));
    await page.selectOption('#desk-picker', 'O018');
    expect(await page.inputValue('#field-value')).toBe(String(910 + round));
    await expect(page.locator('.journal li')).toHaveCount(round + 1);
  }
});

test('O4: a new version waits for a file that is being taken in, and for the person’s answer about it', async ({ page }) => {
  test.setTimeout(60_000 + ROUNDS * 30_000);
  await desk(page);
  await expectKept(page);
  await page.selectOption('#desk-picker', 'O018');
  await page.fill('#field-value', '905');
  await page.click('[data-action="save"]');
  await expect(page.locator('#desk')).toHaveAttribute('data-own', '1');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-action="backup"]')]);
  const file = String(await download.path());
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.selectOption('#desk-picker', 'O017');
    await page.fill('#field-value', String(600 + round));
    await page.click('[data-action="save"]');
    await expect(page.locator('#desk')).toHaveAttribute('data-own', '2');
    await offered(page);
    await page.setInputFiles('#desk-restore', file);
    const dialog = page.locator('dialog[open]');
    await expect(dialog).toBeVisible();
    await asks(page, async () => { await dialog.locator('button[value="discard"]').click(); });
    await expect(page.locator('#desk'), 'all of the file').toHaveAttribute('data-own', '1');
  }
});
