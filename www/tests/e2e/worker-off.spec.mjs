// @ts-check
// FAULTS O7: a worker that is broken, gone or switched off leaves pages that work, and a way back.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SITE, Unruly, expectKept, openWhole, rebuilt, sets, stored } from '../host/unruly.mjs';

/** @typedef {import('@playwright/test').Page} Page */

test.use({ serviceWorkers: 'allow' });

/** @type {Unruly} */
let server;
/** The next version of the site. */
let next = '';
test.beforeAll(async () => {
  next = await mkdtemp(join(tmpdir(), 'hamyar-site-'));
  await rebuilt(next);
});
test.afterAll(() => rm(next, { recursive: true, force: true }));
test.beforeEach(async () => { server = await new Unruly('/a/', '/b/').start(); });
test.afterEach(() => server.close());

/** @type {Record<string, [kept: string, broken: string]>} */
const BREAKS = {
  install: ['async function keepAll() {', "$& throw new Error('broken');"],
  activate: ['async function takeOver() {', "$& throw new Error('broken');"],
  fetch: ['async function answer(event) {', "$& throw new Error('broken');"],
};
const FAULTS = /** @type {const} */ ({ 'not there': 'missing', 'somewhere else': 'moved' });

/** @param {Page} page */
const update = (page) => page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update().catch(() => {}); });

for (const [place, [kept, broken]] of Object.entries(BREAKS)) {
  test(`O7: a worker that throws in ${place} leaves the page to the server, and the next version takes its place`, async ({ page }) => {
    test.setTimeout(60_000);
    server.change = (path, text) => (path === 'sw.js' ? text.replace(kept, broken) : undefined);
    for (let visit = 0; visit < 2; visit += 1) await openWhole(page, `${server.origin}/index.html`);
    if (place !== 'install') await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)).toBe('activated');
    server.change = () => undefined;
    server.root = next;
    await openWhole(page, `${server.origin}/index.html`);
    await update(page);
    // A page of the next version, past a worker that gives nothing, is brought to its own by itself.
    if (place === 'activate') await page.locator('[data-notice="update"] button').click({ timeout: 20_000 });
    await expect(page.locator('html')).toHaveAttribute('data-build', /^next/, { timeout: 20_000 });
    await openWhole(page, `${server.origin}/index.html`);
    await expectKept(page);
  });
}

for (const [name, fault] of Object.entries(FAULTS)) {
  test(`O7: a worker whose script is ${name} leaves pages as they are, before and after it was there`, async ({ page }) => {
    test.setTimeout(60_000);
    server.now(({ path }) => (path === 'sw.js' ? fault : undefined));
    await openWhole(page, `${server.origin}/index.html`);
    expect(await sets(page)).toEqual({});
    server.now();
    await openWhole(page, `${server.origin}/index.html`);
    await expectKept(page);
    const before = await sets(page);
    server.now(({ path }) => (path === 'sw.js' ? fault : undefined));
    await update(page);
    await openWhole(page, `${server.origin}/index.html`);
    expect(server.times('index.html'), 'from this device').toBe(0);
    expect(await sets(page)).toEqual(before);
  });
}

test('O7: the switch takes away the worker and its own sets alone, pages go on with the server, and it can be switched on again', async ({ page }) => {
  test.setTimeout(90_000);
  const off = await readFile(join(SITE, 'sw-off.js'), 'utf8');
  for (const folder of ['a', 'b']) {
    await openWhole(page, `${server.origin}/${folder}/index.html`);
    await expectKept(page);
  }
  const [a, b] = Object.keys(await sets(page)).sort();
  expect([a.endsWith('/a/'), b.endsWith('/b/')]).toEqual([true, true]);
  // Sets of an older version were named by their build alone.
  await page.evaluate(async () => {
    for (const [name, folders] of [['hamyar-old-a', 'a'], ['hamyar-old-b', 'b'], ['hamyar-shared', 'ab'], ['another', 'b']]) {
      for (const folder of folders) await (await caches.open(name)).put(`/${folder}/index.html`, new Response('old'));
    }
  });
  const before = await stored(page);
  server.change = (path) => (path === 'sw.js' ? off : undefined);
  await update(page);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname)), { timeout: 20_000 }).toEqual(['/a/']);
  expect(Object.keys(await sets(page)).sort()).toEqual(['another', a, 'hamyar-old-a', 'hamyar-shared'].sort());
  for (let visit = 0; visit < 2; visit += 1) {
    server.now();
    await openWhole(page, `${server.origin}/b/index.html`);
    expect(server.times('index.html'), 'from the server, once').toBe(1);
    await expect(page.locator('.offline-note')).toBeEmpty();
  }
  expect(await stored(page)).toEqual(before);
  server.change = () => undefined;
  await openWhole(page, `${server.origin}/b/index.html`);
  await expect.poll(async () => Object.keys(await sets(page)), { timeout: 20_000 }).toContain(b);
  await expectKept(page);
});
