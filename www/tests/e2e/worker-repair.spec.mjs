// @ts-check
// FAULTS O5: whatever becomes of a file in the kept set, pages get what was published, or say that they cannot.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SITE, Unruly, expectKept, expectMessage, expectWhole, openWhole, rebuilt, sets, stored } from '../host/unruly.mjs';

/** @typedef {import('@playwright/test').Page} Page */

test.use({ serviceWorkers: 'allow' });

const KINDS = ['flipped', 'cut', 'empty', 'page', 'type', 'error', 'missing', 'whole set missing'];
const FILES = ['pkg/hamyar_bg.wasm', 'index.html', 'js/page.js', 'js/app.js', 'hamyar.css', 'views/index.json', 'pkg/hamyar.js', 'js/figure/figure.js'];

/** @type {Unruly} */
let server;
test.beforeEach(async ({ page }) => {
  server = await new Unruly().start();
  await openWhole(page, `${server.origin}/index.html`);
  await expectKept(page);
});
test.afterEach(() => server.close());

/** Puts something else in the place of a kept file. @param {Page} page @param {string} file @param {string} kind */
const damage = (page, file, kind) => page.evaluate(async ([file, kind]) => {
  const [name] = await caches.keys();
  const cache = await caches.open(name);
  const kept = /** @type {Response} */ (await cache.match(file));
  const { headers } = kept;
  const bytes = new Uint8Array(await kept.arrayBuffer());
  if (kind === 'flipped') bytes[Math.floor(bytes.length / 2)] ^= 1;
  /** @type {Record<string, () => Promise<unknown>>} */
  const kinds = {
    flipped: () => cache.put(file, new Response(bytes, { headers })),
    cut: () => cache.put(file, new Response(bytes.slice(0, bytes.length - 7), { headers })),
    empty: () => cache.put(file, new Response('', { headers })),
    page: () => cache.put(file, new Response('<!doctype html><p>ورود</p>', { headers: { 'content-type': 'text/html' } })),
    type: () => cache.put(file, new Response(bytes, { headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' } })),
    error: () => cache.put(file, new Response(bytes, { headers, status: 500 })),
    missing: () => cache.delete(file),
    'whole set missing': () => caches.delete(name),
  };
  await kinds[kind]();
}, [file, kind]);

/** The kept bytes of a file. @param {Page} page @param {string} file */
const hashOf = (page, file) => page.evaluate(async (file) => {
  const kept = await caches.match(file);
  const digest = kept && await crypto.subtle.digest('SHA-256', await kept.arrayBuffer());
  return digest ? `${kept.status} ${[...new Uint8Array(digest)]}` : '';
}, file);

test('O5: eight kinds of damage are mended with one request each, and what the person stored is untouched', async ({ page }) => {
  test.setTimeout(process.env.HAMYAR_LONG ? 600_000 : 120_000);
  const before = await stored(page);
  expect(Object.keys(before).length).toBeGreaterThan(2);
  for (const [at, kind] of KINDS.entries()) {
    // Each kind with one file, in the long run with each.
    for (const file of process.env.HAMYAR_LONG ? FILES : [FILES[at]]) {
      await test.step(`${kind}: ${file}`, async () => {
        const published = await hashOf(page, file);
        await damage(page, file, kind);
        server.now();
        await openWhole(page, `${server.origin}/index.html`);
        // A file that was kept as something else is given as what it is.
        expect(server.times(file)).toBe(kind === 'type' ? 0 : 1);
        await expect.poll(() => hashOf(page, file)).toBe(published);
        server.now();
        await openWhole(page, `${server.origin}/index.html`);
        expect(server.times(file), 'mended for good').toBe(0);
      });
    }
  }
  expect(await stored(page)).toEqual(before);
});

test('O5: without a network damage is told in both languages, nothing is asked again and again, and the next visit mends it', async ({ page }) => {
  test.setTimeout(120_000);
  const before = await stored(page);
  const { port, origin } = server;
  for (const file of ['index.html', 'pkg/hamyar_bg.wasm', 'js/page.js']) {
    await test.step(file, async () => {
      await damage(page, file, 'flipped');
      await server.close();
      let loads = 0;
      page.on('domcontentloaded', () => { loads += 1; });
      const came = await page.goto(`${origin}/index.html`);
      if (file === 'index.html') {
        expect(came?.status()).toBe(503);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('این صفحه اکنون باز نمی‌شود');
        await expect(page.getByRole('heading', { level: 2 })).toHaveText('This page cannot be opened now');
      } else await expectMessage(page);
      if (file === 'pkg/hamyar_bg.wasm') await expect(page.locator('#alert')).toContainText('اینترنت در دسترس نیست');
      expect(loads).toBe(1);
      server = await new Unruly().start(port);
      await openWhole(page, `${origin}/index.html`);
    });
  }
  expect(await stored(page)).toEqual(before);
});

test('O5: what a newer version took away from the server is not mixed in: the page goes on with that version', async ({ page }) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'hamyar-site-'));
  try {
    const { old, next } = await rebuilt(folder);
    const html = page.locator('html');
    for (const [file, root, build] of [['js/page.js', folder, next], ['pkg/hamyar.js', SITE, old], ['index.html', folder, next]]) {
      await test.step(file, async () => {
        await damage(page, file, 'cut');
        server.root = root;
        await page.goto(`${server.origin}/index.html`);
        // A page whose first script is gone cannot load itself again.
        if (file === 'js/page.js') {
          await expectMessage(page);
          await expect(async () => {
            await page.reload();
            expect(await html.getAttribute('data-build')).toBe(build);
            // As fast as a person: a worker is replaced when it has nothing to answer.
          }).toPass({ intervals: [3_000], timeout: 60_000 });
        }
        await expect(html).toHaveAttribute('data-build', build, { timeout: 30_000 });
        await expectWhole(page);
        await expect.poll(async () => Object.keys(await sets(page)), { timeout: 20_000 }).toEqual([`hamyar-${build}/`]);
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
