// @ts-check
// FAULTS E8: names of elements that stand before what the document has itself, and keys that reach for prototypes.
import { expect, test as plain } from '@playwright/test';
import { serveHostile } from '../host/hostile.mjs';
import { difference } from '../host/pictures.mjs';
import { open, test } from './support.mjs';

const CHART = '<hamyar-chart view="s2-rural-rank" lang="fa" theme="light"></hamyar-chart>';
const IDS = ['hamyar', 'trustedTypes', 'HamyarChart', 'customElements', 'location', 'self', 'parent', 'top', 'name', 'fetch', 'WebAssembly', 'main', 'alert', 'status'];
const FIELDS = ['attributes', 'children', 'parentNode', 'closest', 'querySelector', 'isConnected', 'lang', 'dir', 'append', 'remove'];
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];

/** Elements without a look, with these names. @param {string[]} names of parts of the document */
const clobbering = (names) => [
  ...names.map((name) => `<img hidden alt="" name="${name}">`), ...IDS.map((id) => `<a hidden id="${id}" href="javascript:0"></a>`),
  `<form id="hamyar">…${FIELDS.map((name) => `<input type="hidden" name="${name}">`).join('')}</form>`,
].join('');

/** A picture of the window, taken by nothing that runs in the page. @param {import('@playwright/test').CDPSession} devtools */
const picture = async (devtools) => Buffer.from((await devtools.send('Page.captureScreenshot')).data, 'base64');

plain('elements that bear the name of any part of the document are taken for none', async ({ page, context, baseURL }) => {
  plain.setTimeout(60_000);
  const names = await page.evaluate(() => { const all = []; for (const name in document) all.push(name); return all; });
  expect(names).toEqual(expect.arrayContaining(['createElement', 'getElementById', 'documentElement', 'currentScript', 'fonts', 'baseURI']));
  const server = await serveHostile(new URL(String(baseURL)).origin, CHART, [{ name: 'clobbered', wrapped: clobbering(names) }]);
  try {
    // Playwright itself would be lost among the names: the page tells of itself, and is looked at from outside.
    await page.addInitScript(() => {
      for (const kind of ['hamyar-ready', 'hamyar-error']) addEventListener(kind, (event) => console.log(kind, String(/** @type {CustomEvent} */ (event).detail ?? '')));
      addEventListener('error', ({ message }) => console.log('fault', message));
      addEventListener('unhandledrejection', ({ reason }) => console.log('fault', String(reason)));
    });
    await page.setViewportSize({ width: 1000, height: 1400 });
    const devtools = await context.newCDPSession(page);
    const pictures = [];
    for (const name of ['plain', 'clobbered']) {
      /** @type {string[]} */
      const told = [];
      const listen = (/** @type {import('@playwright/test').ConsoleMessage} */ message) => { if (message.type() === 'log') told.push(message.text()); };
      page.on('console', listen);
      await devtools.send('Page.navigate', { url: `${server.origin}/${name}.html` });
      await expect.poll(() => told, { timeout: 20_000 }).toEqual(['hamyar-ready ']);
      // It is painted in the next frames.
      await devtools.send('Runtime.evaluate', { expression: 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))', awaitPromise: true });
      pictures.push(await picture(devtools));
      page.off('console', listen);
    }
    expect(await difference(await context.newPage(), pictures[0], pictures[1])).toBeLessThan(0.01);
  } finally {
    server.close();
  }
});

plain('keys that reach for prototypes are words like any other in views, in data and in what is asked of a frame', async ({ page }) => {
  plain.setTimeout(60_000);
  const clean = () => page.evaluate(() => [Object.prototype, Array.prototype, Function.prototype].flatMap((one) => Object.keys(one)).concat(/** @type {any} */ ({}).polluted ?? []));
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  await expect(chart.locator('figure[data-state="ready"]')).toBeVisible({ timeout: 20_000 });
  const view = '"query": {"pairs": ["K06"], "__proto__": {"polluted": 1}}, "mark": "planned_actual"';
  for (const key of KEYS) {
    await chart.evaluate((element, text) => element.setAttribute('view', text), `{${view}, "${key}": {"polluted": 1, "prototype": {"polluted": 1}}}`);
    // An unknown field, refused by its name or passed over.
    await expect(chart.locator('figure[data-state="ready"], [role="alert"]')).toBeVisible();
    await chart.evaluate((element, text) => element.setAttribute('view', text), key);
    await expect(chart.getByRole('alert')).toContainText(key);
    expect(await clean(), key).toEqual([]);
  }
  await page.route('**/hostile/**', async (route) => {
    const name = route.request().url().split('/').at(-1);
    if (name === 'package.bin') return route.fulfill({ status: 404, body: '' });
    const resources = KEYS.map((key) => ({ name: key, path: `${key}.csv`, [key]: { polluted: 1 } }));
    if (name === 'datapackage.json') return route.fulfill({ json: { name: 'x', resources, constructor: { polluted: 1 } } });
    return route.fulfill({ contentType: 'text/csv', body: `id,${KEYS.join()}\n__proto__,${KEYS.join()}\n` });
  });
  await chart.evaluate((element) => { element.setAttribute('src', '/hostile/'); element.setAttribute('view', 's4-paid-planned'); });
  await expect(chart.locator('figure[data-state="empty"], [role="alert"]')).toBeVisible();
  expect(await clean()).toEqual([]);
  for (const key of KEYS) {
    await page.goto(`/embed.html?view=${key}&lang=${key}&theme=${key}&dir=${key}`);
    await expect(page.getByRole('alert')).toContainText(key, { timeout: 20_000 });
    expect(await clean(), key).toEqual([]);
  }
});

test('and in what is asked of a page', async ({ page }) => {
  for (const [key, name] of KEYS.map((one, place) => [one, ['explore', 's2'][place % 2]])) {
    const query = ['mark', 'measure', 'level', 'within', 'known', 'view', '__proto__', 'constructor'].map((field) => `&${field}=${key}`).join('');
    await open(page, name, { query });
    await expect(page.locator('html'), key).not.toHaveAttribute('data-failed', 'true');
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  }
});
