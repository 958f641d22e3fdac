// @ts-check
// FAULTS O3 and O6: the parts of a page are of one build, in every tab; where they are not, it is loaded again once at most.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Unruly, expectKept, expectWhole, openWhole, rebuilt, sets } from '../host/unruly.mjs';

/** @typedef {import('@playwright/test').Page} Page */

test.use({ serviceWorkers: 'allow' });

/** @type {Unruly} */
let server;
let folder = '';
let builds = { old: '', next: '' };
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hamyar-site-'));
  builds = await rebuilt(folder);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));
test.beforeEach(async () => { server = await new Unruly().start(); });
test.afterEach(() => server.close());

/** What another build has in the place of a part. @type {Record<string, string>} */
const PARTS = { 'index.html': 'its page', 'js/page.js': 'its first script', 'pkg/hamyar.js': 'the scripts of its core', 'pkg/hamyar_bg.wasm': 'its core' };

for (const [part, name] of Object.entries(PARTS)) {
  // Whether it may remember makes no difference to what is of another build: once in the plain run.
  for (const remembers of process.env.HAMYAR_LONG || part === 'index.html' ? [true, false] : [true]) {
    test(`O6: a page of which ${name} is of another build is loaded again once${remembers ? '' : ', also where it may not remember'}`, async ({ page }) => {
      test.setTimeout(60_000);
      if (!remembers) await page.addInitScript(() => Object.defineProperty(globalThis, 'sessionStorage', { get: () => { throw new DOMException('', 'SecurityError'); } }));
      let isStale = true;
      server.change = (path, text) => (path === part && isStale ? text.replaceAll(builds.old, 'other-build') : undefined);
      server.spoil = (path) => path === part && path.endsWith('.wasm') && isStale;
      await page.goto(`${server.origin}/index.html`);
      await expect(page.locator('#alert')).toContainText('همهٔ زبانه‌های همیار را ببندید', { timeout: 20_000 });
      expect(server.loads('index.html')).toBe(2);
      // Once the parts agree, it comes up, and what happens next may be mended again.
      isStale = false;
      await openWhole(page, `${server.origin}/index.html`);
      await expectKept(page);
      expect(await page.evaluate(() => { try { return sessionStorage.getItem('hamyar-mended'); } catch { return null; } })).toBe(null);
    });
  }

  test(`O6: a page that found ${name} of another build once comes up by itself`, async ({ page }) => {
    test.setTimeout(60_000);
    let isStale = true;
    server.change = (path, text) => (path === part && isStale ? text.replaceAll(builds.old, 'other-build') : undefined);
    server.spoil = (path) => path === part && path.endsWith('.wasm') && isStale;
    server.rule = ({ path, count }) => void (isStale = path === part ? isStale && count === 0 : isStale);
    await page.goto(`${server.origin}/index.html`);
    await expect.poll(() => server.loads('index.html'), { timeout: 20_000 }).toBe(2);
    await expectWhole(page);
  });
}

/** @param {Page} page */
const buildOf = (page) => page.locator('html').getAttribute('data-build');

/** What a page gets for a file, in which its build stands. @param {Page} page @param {string} file */
const given = (page, file) => page.evaluate(async (file) => (await fetch(file)).text(), file);

test('O6: a page that is older than the worker it comes under is loaded again once, and is of one build then', async ({ page }) => {
  test.setTimeout(60_000);
  // The next version is put on the server while the first page is being read.
  server.rule = ({ path }) => void (server.root = path === 'sw.js' ? folder : server.root);
  await page.goto(`${server.origin}/index.html`);
  await expect(page.locator('html')).toHaveAttribute('data-build', builds.next, { timeout: 20_000 });
  await expectWhole(page);
  await expect.poll(() => sets(page).then(Object.keys)).toEqual([`hamyar-${builds.next}/`]);
  expect(server.loads('index.html')).toBe(1);
});

test('O3: another tab keeps its whole set while one goes to the next version, also for what it loads later, until it is loaded again', async ({ page, context }) => {
  test.setTimeout(90_000);
  await openWhole(page, `${server.origin}/index.html`);
  await expectKept(page);
  const other = await context.newPage();
  await openWhole(other, `${server.origin}/index.html`);
  server.root = folder;
  await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update(); });
  for (const tab of [page, other]) await expect(tab.locator('[data-notice="update"]')).toBeVisible({ timeout: 20_000 });
  let loads = 0;
  other.on('domcontentloaded', () => { loads += 1; });
  await page.locator('[data-notice="update"] button').click();
  await expect(page.locator('html')).toHaveAttribute('data-build', builds.next, { timeout: 20_000 });
  await expectWhole(page);
  for (const file of ['js/page.js', 'pkg/hamyar.js', 'index.html']) {
    expect(await given(page, file), file).toContain(builds.next);
    expect(await given(other, file), file).toContain(builds.old);
    expect(await given(other, file), file).not.toContain(builds.next);
  }
  expect(Object.keys(await sets(page)).sort()).toEqual([`hamyar-${builds.old}/`, `hamyar-${builds.next}/`].sort());
  // The worker is ended and begins anew: it still knows.
  const ends = await context.newCDPSession(page);
  await ends.send('ServiceWorker.enable');
  await ends.send('ServiceWorker.stopAllWorkers');
  expect(await given(other, 'js/page.js')).toContain(builds.old);
  expect([await buildOf(other), loads]).toEqual([builds.old, 0]);

  await other.locator('[data-notice="update"] button').click();
  await expect(other.locator('html')).toHaveAttribute('data-build', builds.next, { timeout: 20_000 });
  await expectWhole(other);
  await expect.poll(() => sets(page).then(Object.keys), { timeout: 20_000 }).toEqual([`hamyar-${builds.next}/`]);
});

test('O3: a hard reload has the next version from the server, whole, and its worker takes over without another one', async ({ page }) => {
  test.setTimeout(60_000);
  await openWhole(page, `${server.origin}/index.html`);
  await expectKept(page);
  server.root = folder;
  const hard = await page.context().newCDPSession(page);
  let loads = 0;
  page.on('domcontentloaded', () => { loads += 1; });
  await hard.send('Page.reload', { ignoreCache: true });
  await expect(page.locator('html')).toHaveAttribute('data-build', builds.next, { timeout: 20_000 });
  await expectWhole(page);
  await expect.poll(() => sets(page).then(Object.keys), { timeout: 20_000 }).toEqual([`hamyar-${builds.next}/`]);
  await expect(page.locator('.offline-note')).not.toBeEmpty();
  expect([await buildOf(page), loads]).toEqual([builds.next, 1]);
});
