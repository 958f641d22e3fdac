// @ts-check
// FAULTS O2 and O8: a first load and an install that break off at any request, or are answered with something else.
import { expect, test } from '@playwright/test';
import { Unruly, expectKept, expectMessage, expectWhole, isReady, listed, openWhole, sets } from '../host/unruly.mjs';

/** @typedef {import('../host/unruly.mjs').Fault} Fault */

test.use({ serviceWorkers: 'allow' });

/** One of so many requests in the plain run; the long one takes all. */
const EVERY = process.env.HAMYAR_LONG ? 1 : 13;
const FAULTS = /** @type {Fault[]} */ (['error', 'portal', 'slow', 'gzip', 'cut']);

/** @type {Unruly} */
let server;
test.beforeEach(async () => { server = await new Unruly().start(); });
test.afterEach(() => server.close());

/** A page in a browser that knows nothing. @param {import('@playwright/test').Browser} browser @param {(page: import('@playwright/test').Page) => Promise<void>} act */
async function fresh(browser, act) {
  const context = await browser.newContext();
  try {
    await act(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What a first visit asks for, in order, each once. @param {import('@playwright/test').Browser} browser */
async function ofFirstLoad(browser) {
  await fresh(browser, async (page) => {
    server.now(({ isWorker }) => (isWorker ? 'drop' : undefined));
    await openWhole(page, `${server.origin}/index.html`);
  });
  return [...new Set(server.asked.filter(({ isWorker, path }) => !isWorker && path !== 'sw.js').map(({ path }) => path))];
}

/** @param {import('@playwright/test').Page} page */
const hasFailed = (page) => page.evaluate(async () => !(await navigator.serviceWorker.getRegistration()));

test('O2: where any request of a first load breaks off, the page is whole or says what to do, and the next load mends it', async ({ browser }) => {
  const paths = await ofFirstLoad(browser);
  expect(paths.length).toBeGreaterThan(35);
  const taken = paths.filter((_, at) => at % EVERY === 0);
  test.setTimeout(30_000 + taken.length * 20_000);
  for (const path of taken) {
    await test.step(path, () => fresh(browser, async (page) => {
      server.now((asked) => (asked.path === path && !asked.isWorker ? 'drop' : undefined));
      const came = await page.goto(`${server.origin}/index.html`).catch(() => null);
      if (came) await Promise.any([expectWhole(page), expectMessage(page)]);
      expect(server.loads('index.html'), 'at most loaded again once').toBeLessThanOrEqual(2);
      server.now();
      await openWhole(page, `${server.origin}/index.html`);
    }));
  }
});

test('O2: an install that breaks off at any request leaves the page whole, and the next visit goes on where it was', async ({ browser }) => {
  const files = await listed();
  const taken = files.filter((_, at) => at % (EVERY) === EVERY - 1);
  test.setTimeout(30_000 + taken.length * 20_000);
  for (const path of taken) {
    await test.step(path, () => fresh(browser, async (page) => {
      server.now((asked) => (asked.path === path && asked.isWorker ? 'drop' : undefined));
      await openWhole(page, `${server.origin}/index.html`);
      await expect.poll(() => hasFailed(page), { timeout: 20_000 }).toBe(true);
      const kept = Object.values(await sets(page))[0] ?? 0;
      expect(kept).toBeLessThan(files.length);
      server.now();
      await openWhole(page, `${server.origin}/index.html`);
      await expectKept(page);
      const again = server.asked.filter(({ isWorker }) => isWorker).length;
      expect(again, 'what was gathered is not fetched again').toBeLessThanOrEqual(files.length - kept);
    }));
  }
});

test('O8: errors, a captive portal, a slow line and cut files are never kept, and the next visit mends it', async ({ browser }) => {
  test.setTimeout(180_000);
  const victim = 'pkg/hamyar_bg.wasm';
  for (const [at, fault] of FAULTS.entries()) {
    // In the plain run by turns.
    for (const place of ['first load', 'install'].filter((_, turn) => process.env.HAMYAR_LONG || turn === at % 2)) {
      await test.step(`${fault} at ${place}`, () => fresh(browser, async (page) => {
        server.now(({ path, isWorker }) => (path === victim && isWorker === (place === 'install') ? fault : undefined));
        await page.goto(`${server.origin}/index.html`);
        if (fault === 'slow') {
          await expectWhole(page);
          return expectKept(page);
        }
        if (place === 'first load') await expectMessage(page);
        else {
          await expectWhole(page);
          await expect.poll(() => hasFailed(page), { timeout: 20_000 }).toBe(true);
        }
        server.now();
        await openWhole(page, `${server.origin}/index.html`);
        await expectKept(page);
      }));
    }
  }
});

test('O8: a portal that answers everything keeps nothing, and a whole worker outlives it', async ({ page }) => {
  test.setTimeout(60_000);
  await openWhole(page, `${server.origin}/index.html`);
  await expectKept(page);
  const before = await sets(page);
  server.now(() => 'portal');
  await openWhole(page, `${server.origin}/index.html?lang=en`);
  await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update().catch(() => {}); });
  await openWhole(page, `${server.origin}/index.html`);
  expect(await sets(page)).toEqual(before);
});

test('a file that many builds share is taken from the set that is there', async ({ page }) => {
  test.setTimeout(60_000);
  await openWhole(page, `${server.origin}/index.html`);
  await expectKept(page);
  server.now();
  server.change = (path, text) => (path === 'sw.js' ? text.replace(/const BUILD = '/, '$&next') : undefined);
  await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update(); });
  await expect(page.locator('[data-notice="update"]')).toBeVisible({ timeout: 20_000 });
  expect(server.asked.filter(({ isWorker }) => isWorker)).toEqual([]);
  await isReady(page);
});
